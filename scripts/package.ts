// Makes what is shipped, in out/: npm run package [-- PLATFORM...]
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bom, bomWith } from './package/bom.ts';
import { bunComponent } from './package/bun-parts.ts';
import { bomFile, noticesFile } from './package/describe.ts';
import { runtimeNotices } from './package/notices.ts';
import { fetchBun, ownPlatform, type Platform, platforms } from './package/runtimes.ts';

const project = join(import.meta.dirname, '..');
const out = join(project, 'out');
const cache = join(project, '.cache');

/** What the program reads at run time; a single file carries it inside under the same names. */
const shipped = [
	'dist/content.json',
	'dist/symptoms.json',
	`dist/${bomFile}`,
	`dist/${noticesFile}`,
	'flows',
	'knowledge',
	'recordings',
	'man',
];

function compile(platform: Platform, inside: string): void {
	const file = join(out, `httpd-medic-${platform.name}`);
	const runtime = bunComponent(platform);
	const bom: Bom = JSON.parse(readFileSync(join(project, 'dist', bomFile), 'utf8'));
	for (const path of [join(inside, 'dist', bomFile), `${file}.cdx.json`]) {
		writeFileSync(path, `${JSON.stringify(bomWith(bom, runtime), null, '\t')}\n`);
	}
	const script = join(import.meta.dirname, 'package/compile.mjs');
	const words = [script, join(project, 'dist/httpd-medic.js'), file, fetchBun(platform, cache), inside];
	execFileSync(fetchBun(ownPlatform(), cache), words, { cwd: inside, stdio: 'inherit' });
	console.log(file);
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

const wanted = chosen(process.argv.slice(2));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const inside = mkdtempSync(join(tmpdir(), 'httpd-medic-package-'));
try {
	for (const name of shipped) cpSync(join(project, name), join(inside, name), { recursive: true });
	appendFileSync(join(inside, 'dist', noticesFile), `\n${runtimeNotices(bunComponent(ownPlatform()))}`);
	for (const platform of wanted) compile(platform, inside);
} finally {
	rmSync(inside, { recursive: true });
}
