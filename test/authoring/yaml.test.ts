import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/authoring/index.ts';

const text = ['title: a', 'steps:', '  - {id: one, next: two}', '  - id: two', '    why: >-', '      because'].join('\n');

describe('the place of a part', () => {
	it.each([
		[[], '1:1'],
		[['title'], '1:1'],
		[['steps'], '2:1'],
		[['steps', 0], '3:5'],
		[['steps', 0, 'next'], '3:15'],
		[['steps', 1, 'why'], '5:5'],
		[['steps', 1, 'missing'], '4:5'],
		[['steps', 7, 'id'], '2:1'],
		[['toString'], '1:1'],
	] as const)('%j is that of its key or item, else of its nearest parent: %s', (path, place) => {
		const { line, column, file } = readYaml('a.yaml', text).placeOf(path);
		expect([file, `${line}:${column}`]).toEqual(['a.yaml', place]);
	});

	it('is told for the whole file where the text begins further down', () => {
		expect(readYaml('a.md', text, 1).placeOf(['steps']).line).toBe(3);
		expect(readYaml('a.md', '\tx', 1).faults[0]?.place).toEqual({ file: 'a.md', line: 2, column: 1 });
	});
});
