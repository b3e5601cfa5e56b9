import type { Origin } from './bom.ts';

const maintainer = 'Maintainers of httpd-medic <maintainers@httpd-medic.invalid>';

/** What lintian has against a file that carries a runtime, and why it must be so. */
export const lintianOverrides = `# The program is a section behind the runtime; stripping would remove it.
httpd-medic: unstripped-binary-or-object [usr/bin/httpd-medic]
# The runtime is taken as its makers link it, with its libraries, so that the file runs where none is installed.
httpd-medic: embedded-library *
httpd-medic: hardening-no-pie *
httpd-medic: hardening-no-relro *
`;

/** @param kilobytes size of all files when installed */
export function controlFile(version: string, architecture: string, kilobytes: number): string {
	return `Package: httpd-medic
Version: ${version}
Section: admin
Priority: optional
Architecture: ${architecture}
Maintainer: ${maintainer}
Installed-Size: ${kilobytes}
Depends: libc6 (>= 2.17)
Recommends: gdb
Suggests: apache2-bin
Description: finds why Apache httpd is down or its children die
 A wizard for the terminal that walks from the symptom, through the evidence
 (error log, ipcs, core dump, gdb), to the named cause, its proof by file and
 line, a safe remedy and its verification. It only reads until it is given
 consent. Everything that it needs is inside one executable file.
`;
}

/** In the form of Debian; what is new stands in CHANGELOG.md beside it. */
export function debianChangelog({ version, built }: Origin): string {
	const date = new Date(built).toUTCString().replace('GMT', '+0000');
	return `httpd-medic (${version}) unstable; urgency=medium

  * What is new is told in CHANGELOG.md.gz.

 -- ${maintainer}  ${date}
`;
}

/** @param licence text of the program's own licence */
export function copyrightFile(licence: string): string {
	const [, ...rest] = licence.trim().split('\n');
	const copyright = rest.find((line) => line.startsWith('Copyright')) ?? '';
	const text = rest
		.filter((line) => !line.startsWith('Copyright'))
		.join('\n')
		.trim();
	return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: httpd-medic
Comment: Packages and the runtime within the executable have licences of their
 own; THIRD-PARTY-LICENSES.gz holds their texts, sbom.cdx.json.gz lists them.

Files: *
Copyright: ${copyright.replace(/^Copyright \(c\) /, '')}
License: Expat

License: Expat
${text.replaceAll(/^(?=.)/gm, ' ').replaceAll(/^$/gm, ' .')}
`;
}
