import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = join(import.meta.dirname, '../../src');
/** What is loaded before the first frame stands: the command line, the wizard and its door. */
const entries = ['cli/main.ts', 'cli/wizard.ts', 'tui/index.ts'];

/** Files that these load at once, and all that those load. */
function loadedBy(files: readonly string[]): readonly string[] {
	const seen = new Set<string>();
	const open = files.map((file) => join(sources, file));
	for (let file = open.pop(); file !== undefined; file = open.pop()) {
		if (seen.has(file)) continue;
		seen.add(file);
		const text = readFileSync(file, 'utf8');
		for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)';/gm))
			open.push(join(dirname(file), path));
	}
	return [...seen].map((file) => relative(sources, file));
}

describe('the first frame', () => {
	it('waits for no recipe, no parser, and none of the words for evidence', () => {
		const heavy = loadedBy(entries).filter((file) => /^(?:collectors|parsers|flow|knowledge|store)\/|\/evidence\//.test(file));
		expect(heavy).toEqual([]);
	});

	it('is looked at as a whole, and what comes behind it is seen to load them', () => {
		expect(loadedBy(entries)).toContain('catalogue/english/session/remedy.ts');
		expect(loadedBy(['cli/wizard-host.ts'])).toContain('catalogue/english/evidence/collectors.ts');
	});
});
