import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNpmPackage } from '../../scripts/package/npm.ts';
import { ownPlatform } from '../../scripts/package/runtimes.ts';
import { makeSingleFile } from '../../scripts/package/single-file.ts';
import { isMissing, packaged } from '../program.ts';

const project = join(import.meta.dirname, '../..');
const made = join(project, 'out');
const parts = ['dist', 'flows', 'knowledge', 'recordings', 'man', 'bin', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];

let folder = '';
let umask = 0;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'httpd-medic-again-'));
	umask = process.umask(0o077);
});
afterAll(() => {
	process.umask(umask);
	rmSync(folder, { recursive: true });
});

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

// Only what `npm run package` has just made is of the same sources.
describe.skipIf(isMissing || !packaged?.startsWith(`${made}/`))(
	'what is made again, in another folder and by another umask',
	() => {
		it('has the same bytes', { timeout: 300_000 }, () => {
			const [elsewhere, out] = [join(folder, 'another/checkout'), join(folder, 'out')];
			mkdirSync(out);
			for (const name of parts) cpSync(join(project, name), join(elsewhere, name), { recursive: true });
			symlinkSync(join(project, '.cache'), join(elsewhere, '.cache'));
			const { executable, bom } = makeSingleFile(ownPlatform(), elsewhere, out);
			const tarball = makeNpmPackage(elsewhere, out);
			for (const path of [executable, bom, tarball]) expect(hash(path), path).toBe(hash(path.replace(out, made)));
		});
	},
);
