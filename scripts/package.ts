// Makes what is shipped, in out/: npm run package [-- own | PLATFORM...]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bom, bomWith } from './package/bom.ts';
import { bunComponent, versionsIn } from './package/bun-parts.ts';
import { makeDeb } from './package/deb.ts';
import { bomFile, noticesFile } from './package/describe.ts';
import { runtimeNotices } from './package/notices.ts';
import { makeNpmPackage } from './package/npm.ts';
import { originOf } from './package/origin.ts';
import { fetchBun, ownPlatform, type Platform, platforms } from './package/runtimes.ts';

const project = join(import.meta.dirname, '..');
const out = join(project, 'out');
const cache = join(project, '.cache');

/** What the program reads at run time; a single file carries it inside under the same names. */
const shipped = ['dist', 'flows', 'knowledge', 'recordings'];
/** The program itself is compiled, not carried as a text. */
const isRead = (path: string): boolean => !path.endsWith('.js') && !path.endsWith('/chunks');

function make(platform: Platform): void {
	const file = join(out, `httpd-medic-${platform.name}`);
	const own = fetchBun(ownPlatform(), cache);
	const runtime = bunComponent(platform, versionsIn(own));
	const bom: Bom = JSON.parse(readFileSync(join(project, 'dist', bomFile), 'utf8'));
	const notices = `${readFileSync(join(project, 'dist', noticesFile), 'utf8')}\n${runtimeNotices(runtime)}`;
	writeFileSync(`${file}.cdx.json`, `${JSON.stringify(bomWith(bom, runtime), null, '\t')}\n`);
	const inside = mkdtempSync(join(tmpdir(), 'httpd-medic-package-'));
	try {
		for (const name of shipped) cpSync(join(project, name), join(inside, name), { recursive: true, filter: isRead });
		cpSync(`${file}.cdx.json`, join(inside, 'dist', bomFile));
		writeFileSync(join(inside, 'dist', noticesFile), notices);
		const script = join(import.meta.dirname, 'package/compile.mjs');
		const words = [script, join(project, 'dist/httpd-medic.js'), file, platform.name, fetchBun(platform, cache), inside];
		execFileSync(own, words, { cwd: inside, stdio: 'inherit' });
	} finally {
		rmSync(inside, { recursive: true });
	}
	console.log(file);
	if (platform.debian !== null) {
		const parts = { architecture: platform.debian, executable: file, bom: `${file}.cdx.json`, notices };
		console.log(
			hasDpkg ? makeDeb({ ...parts, project, out, origin: originOf(project) }) : 'no Debian package: dpkg-deb is missing',
		);
	}
}

function chosen(names: readonly string[]): readonly Platform[] {
	if (names.length === 0) return platforms;
	return names.map((name) => {
		const platform = name === 'own' ? ownPlatform() : platforms.find((each) => each.name === name);
		if (!platform)
			throw new Error(`There is no platform ${name}; there are: own ${platforms.map((each) => each.name).join(' ')}`);
		return platform;
	});
}

const hasDpkg = spawnSync('dpkg-deb', ['--version']).status === 0;
const wanted = chosen(process.argv.slice(2));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
console.log(makeNpmPackage(project, out));
for (const platform of wanted) make(platform);
