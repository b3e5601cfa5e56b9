import { describe, expect, it } from 'vitest';
import { machine } from './machine.ts';
import { fine, remedyOf, atDiagnosis, viewOf, preview, apply } from './remedied.ts';

describe('a remedy that repeats a command for each of a list', () => {
	const cleaning = remedyOf(
		[{ kind: 'run-each', argv: ['ipcrm', '-s', '{item}'], over: 'words.orphans' }],
		[{ kind: 'instruct', text: 'Restart what fails.' }],
	);
	const programs = { ...fine, ipcrm: () => ({}) };

	it('shows every command on fresh facts, and does exactly those', async () => {
		const computer = machine({ '/first': 'crash\norphan 1\n', '/log': '' }, programs);
		const { engine } = await atDiagnosis(computer, cleaning);
		expect(viewOf(engine).preview.state).toBe('missing');
		computer.files.set('/first', 'crash\norphan 3\norphan 65540\n');
		expect((await preview(engine)).actions.map((each) => each.description)).toEqual(['ipcrm -s 3', 'ipcrm -s 65540']);
		expect((await apply(engine)).state).toBe('applied');
		expect(computer.done).toEqual(['ipcrm -s 3', 'ipcrm -s 65540']);
		await expect(apply(engine, true)).resolves.toMatchObject({ state: 'undone' });
	});

	it('looks again before it does them, and refuses when the list is another one', async () => {
		const computer = machine({ '/first': 'crash\norphan 1\norphan 2\n', '/log': '' }, programs);
		const { engine } = await atDiagnosis(computer, cleaning);
		await preview(engine);
		computer.files.set('/first', 'crash\norphan 1\n');
		const view = await apply(engine);
		expect(view.refusal).toContain('has changed since it was shown');
		expect(computer.done).toEqual([]);
	});

	it('runs nothing for words that are no plain words, and nothing at all for an empty list', async () => {
		for (const word of ['-a', 'a b', '$(x)', '']) {
			const computer = machine({ '/first': `crash\norphan 1\norphan ${word}\n`, '/log': '' }, programs);
			const { engine } = await atDiagnosis(computer, cleaning);
			expect((await preview(engine)).unknownFacts).toEqual(['words.orphans']);
			await expect(apply(engine)).rejects.toThrow('Not yet known: words.orphans');
			expect(computer.done).toEqual([]);
		}
		const computer = machine({ '/first': 'crash\n', '/log': '' }, programs);
		const { engine } = await atDiagnosis(computer, cleaning);
		expect((await preview(engine)).actions).toEqual([]);
		expect((await apply(engine)).state).toBe('applied');
		expect(computer.done).toEqual([]);
	});
});
