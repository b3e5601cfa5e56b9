// Makes what is shipped, in out/: npm run package [-- PLATFORM...]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchBun, ownPlatform, type Platform, platforms } from './package/runtimes.ts';

const project = join(import.meta.dirname, '..');
const out = join(project, 'out');
const cache = join(project, '.cache');

/** What the program reads at run time, by its place in dist/ or in the checkout. */
const assets = ['dist/content.json', 'flows', 'knowledge', 'recordings'];

function compile(platform: Platform): void {
	const file = join(out, `httpd-medic-${platform.name}`);
	const script = join(import.meta.dirname, 'package/compile.mjs');
	const words = [script, 'dist/httpd-medic.js', file, fetchBun(platform, cache), ...assets];
	execFileSync(fetchBun(ownPlatform(), cache), words, { cwd: project, stdio: 'inherit' });
	console.log(file);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !platforms.some((each) => each.name === name));
if (unknown.length > 0)
	throw new Error(`There is no platform ${unknown.join(', ')}; there are: ${platforms.map((each) => each.name).join(', ')}`);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const each of platforms) if (wanted.length === 0 || wanted.includes(each.name)) compile(each);
