import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Origin } from './bom.ts';
import { controlFile, copyrightFile, debianChangelog, lintianOverrides } from './deb-texts.ts';
import { filesBelow, setModes } from './files-below.ts';
import type { SingleFile } from './single-file.ts';

export interface DebParts extends SingleFile {
	/** Debian's word for the processor. */
	readonly architecture: string;
	readonly project: string;
	readonly out: string;
	readonly origin: Origin;
}

/** Writes a Debian package into `out`; answers its path. Needs dpkg-deb. */
export function makeDeb(parts: DebParts): string {
	const { architecture, out, origin } = parts;
	const root = mkdtempSync(join(tmpdir(), 'httpd-medic-deb-'));
	const file = join(out, `httpd-medic_${origin.version}_${architecture}.deb`);
	try {
		cpSync(parts.executable, placed(root, 'usr/bin/httpd-medic'));
		for (const [path, content] of documents(parts)) writeFileSync(placed(root, path), content);
		const installed = filesBelow(root);
		const bytes = installed.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
		const sums = installed.map((path) => `${md5(join(root, path))}  ${path}\n`).join('');
		writeFileSync(placed(root, 'DEBIAN/control'), controlFile(origin.version, architecture, Math.ceil(bytes / 1024)));
		writeFileSync(placed(root, 'DEBIAN/md5sums'), sums);
		setModes(root, ['usr/bin/httpd-medic']);
		execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, file], {
			// Compressed by several threads, the same content gives other bytes than by one.
			env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(origin.built) / 1000), DPKG_DEB_THREADS_MAX: '1' },
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	} finally {
		rmSync(root, { recursive: true });
	}
	return file;
}

function documents({ project, bom, notices, origin }: DebParts): readonly (readonly [path: string, content: string | Buffer])[] {
	const packed = (text: string | Buffer) => gzipSync(text, { level: 9 });
	const own = (path: string) => readFileSync(join(project, path));
	const completion = (shell: string) =>
		execFileSync(process.execPath, [join(project, 'bin/httpd-medic.cjs'), 'completion', shell]);
	const documentation = 'usr/share/doc/httpd-medic';
	return [
		['usr/share/man/man1/httpd-medic.1.gz', packed(own('man/httpd-medic.1'))],
		['usr/share/bash-completion/completions/httpd-medic', completion('bash')],
		['usr/share/zsh/vendor-completions/_httpd-medic', completion('zsh')],
		['usr/share/fish/vendor_completions.d/httpd-medic.fish', completion('fish')],
		['usr/share/lintian/overrides/httpd-medic', lintianOverrides],
		[`${documentation}/copyright`, copyrightFile(own('LICENSE').toString('utf8'))],
		[`${documentation}/changelog.gz`, packed(debianChangelog(origin))],
		[`${documentation}/CHANGELOG.md.gz`, packed(own('CHANGELOG.md'))],
		[`${documentation}/THIRD-PARTY-LICENSES.gz`, packed(notices)],
		[`${documentation}/sbom.cdx.json.gz`, packed(readFileSync(bom))],
	];
}

/** Path below `root`, in a folder that is there. */
function placed(root: string, path: string): string {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	return join(root, path);
}

function md5(path: string): string {
	return createHash('md5').update(readFileSync(path)).digest('hex');
}
