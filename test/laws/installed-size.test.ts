import { lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const installed = join(import.meta.dirname, '../../node_modules');
const limit = 400_000_000;

/** Bytes of all below a folder, as sizes of the files and as what they take on the disk. */
function weightOf(folder: string): { readonly sizes: number; readonly blocks: number } {
	let [sizes, blocks] = [0, 0];
	const counted = new Set<number>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		// Caches of tools, not packages.
		if (/^\.(?!bin\b)/.test(relative(folder, path))) continue;
		const found = lstatSync(path);
		// Node has two names.
		if (counted.has(found.ino)) continue;
		counted.add(found.ino);
		sizes += found.size;
		blocks += 512 * found.blocks;
	}
	return { sizes, blocks };
}

describe('what npm ci brings', () => {
	it('stays below 400 MB, however it is measured', ({ skip }) => {
		if (process.env.CI !== 'true') skip('in CI only: elsewhere more than npm ci may have filled node_modules');
		const { sizes, blocks } = weightOf(installed);
		expect(sizes).toBeGreaterThan(100_000_000);
		expect(sizes).toBeLessThan(limit);
		expect(blocks).toBeLessThan(limit);
	});
});
