// Makes what is shipped, in out/: npm run package [-- own | PLATFORM...]
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeb } from './package/deb.ts';
import { makeNpmPackage } from './package/npm.ts';
import { originOf } from './package/origin.ts';
import { ownPlatform, type Platform, platforms } from './package/runtimes.ts';
import { makeSingleFile } from './package/single-file.ts';

const project = join(import.meta.dirname, '..');
const out = join(project, 'out');

function make(platform: Platform): void {
	const made = makeSingleFile(platform, project, out);
	console.log(made.executable);
	if (platform.debian !== null) {
		const parts = { ...made, architecture: platform.debian, project, out, origin: originOf(project) };
		console.log(hasDpkg ? makeDeb(parts) : 'no Debian package: dpkg-deb is missing');
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
