import { describe, expect, it } from 'vitest';
import type { Remedy, RemedyAction } from '../../src/domain/index.ts';
import { littleGuide } from '../engine/little-guide.ts';
import { type Machine, machine } from '../engine/machine.ts';
import { choose, hostOf, type Line, littleSession, type Talk, talk } from './plain-support.ts';

const log = { '/first': 'crash\n', '/log': 'crash\n' };
const fine = { reload: () => ({ text: 'reloaded\n' }), date: () => ({ text: '2026-11-21T20:00:00\n' }) };
const run = (...argv: [string, ...string[]]): RemedyAction => ({ kind: 'run', argv });
const write = (content: string): RemedyAction => ({ kind: 'write', change: { path: '/etc/a', content, mode: 0o644 } });

const verification = { collectors: ['log'], rule: 'words.crashes == 0', statement: 'No crash any more' };

function remedyOf(actions: readonly RemedyAction[]): Remedy {
	return {
		...{ id: 'mend', title: 'Mend it', kind: 'fix', risk: 'mutating', precondition: 'words.crashes > 0' },
		...{ actions, undo: [run('reload')] },
		verification,
	};
}

/** Walks straight to the diagnosis of a machine with one remedy, then types the lines. */
async function atDiagnosis(computer: Machine, remedy: Remedy, lines: readonly Line[]): Promise<Talk> {
	const session = await littleSession({}, { target: computer.target, guidebook: littleGuide([remedy]) });
	return talk(hostOf(session), [choose('Short flow'), ...lines]);
}

const look = choose('Look at: Fix: Mend it');
const twoSteps = remedyOf([write('one\ntwo\n'), run('reload')]);

describe('a remedy', () => {
	it('tells the difference, the commands, the undo and the verification, and does nothing without the typed words', async () => {
		const computer = machine({ ...log, '/etc/a': 'one\nold\n' }, fine);
		const { text } = await atDiagnosis(computer, twoSteps, [look, 'yes', look, '']);
		expect(text).toContain('remove: old\n    add: two');
		expect(text).toContain('keep: one');
		expect(text).toContain('It will do exactly this:\n  write /etc/a');
		expect(text).toContain('\n  reload\n');
		expect(text).toContain('How it is undone:\n  put back /etc/a as it is now\n  reload');
		expect(text).toContain('Verified afterwards by: No crash any more');
		expect(text).toContain('Risk: MUTATING: changes the target.');
		expect(text).toContain('Nothing was done: what to type is "change this server".');
		expect(computer.done).toEqual([]);
	});

	it('is applied after the typed words, verified, and can be undone', async () => {
		const computer = machine({ ...log, '/etc/a': 'one\nold\n' }, fine);
		const undo = choose('Look at the undo of: Fix: Mend it');
		const { text } = await atDiagnosis(computer, twoSteps, [look, 'change this server', undo, 'change this server', 'q']);
		expect(text).toContain('Done: write /etc/a');
		expect(text).toContain('Done: reload\n  reloaded');
		expect(text).toContain('The remedy is finished.');
		expect(text).toMatch(/Verification (?:refuted|inconclusive): No crash any more/);
		expect(text).toContain('Undo of: Fix: Mend it');
		expect(text).toContain('The undo is finished.');
		expect(computer.files.get('/etc/a')).toBe('one\nold\n');
	});

	it('that fails half-way says what failed and what was taken back', async () => {
		const broken = { ...fine, reload: () => ({ fails: 'Syntax error on line 2' }) };
		const computer = machine({ ...log, '/etc/a': 'one\n' }, broken);
		const { text } = await atDiagnosis(computer, twoSteps, [look, 'change this server', 'q']);
		expect(text).toContain('Failed: reload\n  Syntax error on line 2');
		expect(text).toContain('An action failed, so what was done before it is taken back.');
		expect(text).toContain('Put back: /etc/a');
		expect(text).toContain('The remedy failed.');
		expect(computer.files.get('/etc/a')).toBe('one\n');
	});

	it('is refused where a file could not be taken back, with the reason', async () => {
		const computer = machine({ ...log, '/etc/a': 'link' }, fine);
		const { text } = await atDiagnosis(computer, twoSteps, [look, 'change this server', 'q']);
		expect(text).toContain('It cannot be done in a way that could be taken back:');
		expect(computer.done).toEqual([]);
	});

	it('is refused where the evidence does not carry it', async () => {
		const computer = machine(log, fine);
		const remedy = { ...remedyOf([run('reload')]), precondition: 'words.crashes > 5' };
		const { text } = await atDiagnosis(computer, remedy, [look, 'change this server', 'q']);
		expect(text).toContain('Not offered: the evidence does not meet its precondition.');
		expect(computer.done).toEqual([]);
	});

	it('stays in sight when it has worked, and can still be undone', async () => {
		const computer = machine({ ...log, '/etc/a': 'one\n' }, { ...fine, reload: () => ({}) });
		computer.onRequest = () => {
			if (computer.done.includes('reload')) for (const path of ['/first', '/log']) computer.files.set(path, 'fine\n');
		};
		const remedy = { ...twoSteps, verification: { ...verification, collectors: ['first', 'log'] } };
		const { text } = await atDiagnosis(computer, remedy, [look, 'change this server', choose('Look at the undo of'), '', 'q']);
		expect(text).toContain('Verification confirmed: No crash any more');
		expect(text).toContain('Done in this session:\n  Fix: Mend it. Risk: MUTATING: changes the target. State: applied.');
		expect(text).toContain('Undo of: Fix: Mend it');
	});
});
