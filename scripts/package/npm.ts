import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setModes } from './files-below.ts';

const files = ['bin', 'dist', 'flows', 'knowledge', 'recordings', 'man', 'LICENSE', 'README.md', 'CHANGELOG.md'];
/** What concerns only those who build the program: all packages that it needs are in its bundle. */
const ofTheCheckout = ['scripts', 'dependencies', 'devDependencies', 'allowScripts', 'files'];

/** Writes the package for npm into `out`; answers its path. */
export function makeNpmPackage(project: string, out: string): string {
	const root = mkdtempSync(join(tmpdir(), 'httpd-medic-npm-'));
	try {
		for (const name of files) cpSync(join(project, name), join(root, name), { recursive: true });
		const manifest: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
		const kept = Object.entries(manifest).filter(([name]) => !ofTheCheckout.includes(name));
		writeFileSync(join(root, 'package.json'), `${JSON.stringify(Object.fromEntries(kept), null, '\t')}\n`);
		setModes(root, ['bin/httpd-medic.cjs']);
		const answer = execFileSync('npm', ['pack', '--json', '--pack-destination', out], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const packed: readonly { readonly filename: string }[] = JSON.parse(answer);
		return join(out, packed[0]?.filename ?? '');
	} finally {
		rmSync(root, { recursive: true });
	}
}
