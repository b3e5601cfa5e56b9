import { describe, expect, it } from 'vitest';
import { littleEngine, littleGuide } from './little-guide.ts';
import { machine } from './machine.ts';
import { log, fine, run, write, remedyOf, atDiagnosis, viewOf, preview, apply, twoFiles } from './remedied.ts';

describe('a remedy of which an action fails', () => {
	const failing = remedyOf([
		write('/etc/a', 'changed\n'),
		{ kind: 'run', argv: ['enable'], undo: ['disable'] },
		write('/etc/new', 'fresh\n'),
		run('test'),
		run('reload'),
	]);

	it('takes back what was done before, in reverse, and says so', async () => {
		const programs = { ...fine, enable: () => ({}), disable: () => ({}), test: () => ({ fails: 'Syntax error on line 3' }) };
		const computer = machine({ ...log, '/etc/a': 'before' }, programs);
		const { engine, journal } = await atDiagnosis(computer, failing);
		await preview(engine);
		const view = await apply(engine);
		expect(view.state).toBe('failed');
		expect(computer.done).toEqual(['write /etc/a', 'enable', 'write /etc/new', 'test', 'rm /etc/new', 'disable', 'write /etc/a']);
		expect(computer.files.get('/etc/a')).toBe('before');
		expect(view.log).toEqual([
			'done: write /etc/a',
			'done: enable',
			'done: write /etc/new',
			'failed: test\nSyntax error on line 3',
			'not done: reload',
			'An action failed, so what was done before it is taken back:',
			'done: rm /etc/new, which did not exist before',
			'done: disable',
			'done: put back /etc/a as it was before',
		]);
		expect(journal.events.map((event) => event.type)).toContain('remedy-rollback-started');
		expect(engine.state().remedies['crashed/mend']?.kept).toEqual([]);
	});

	it('takes it back even when the operator has stopped it', async () => {
		const computer = machine({ ...log, '/etc/a': 'before\n' }, { ...fine, enable: () => ({}), disable: () => ({}) });
		const { engine } = await atDiagnosis(computer, failing);
		await preview(engine);
		computer.onRequest = (request) => {
			if (request.kind === 'run' && request.argv[0] === 'test') void engine.send({ type: 'stop' });
		};
		await apply(engine);
		expect(computer.files.get('/etc/a')).toBe('before\n');
		expect(computer.done).not.toContain('reload');
	});
});

describe('a remedy in a session that was cut off', () => {
	it('never goes on by itself; it shows what was done and what was not, and can be undone', async () => {
		const whole = machine({ ...log, '/etc/a': 'before' }, fine);
		const { engine, journal, blobs } = await atDiagnosis(whole, twoFiles);
		await preview(engine);
		await apply(engine);
		const all = [...journal.events];
		const asked = all.findIndex((event) => event.type === 'remedy-asked' && event.purpose === 'apply');
		const finished = all.findIndex((event) => event.type === 'remedy-finished');
		for (let count = asked + 1; count <= finished; count += 1) {
			// The disk as it may be at the worst: the change that was announced has been made.
			const cut = all.slice(0, count);
			const kept = cut.flatMap((event) => (event.type === 'remedy-file-kept' ? [event.file.path] : []));
			const contents: Record<string, string> = { '/etc/a': 'one\ntwo\n', '/etc/new': 'fresh\n' };
			const changed = Object.fromEntries(kept.map((path) => [path, contents[path] ?? '']));
			const computer = machine({ ...log, '/etc/a': 'before', ...changed }, fine);
			const resumed = littleEngine({}, { target: computer.target, blobs, guidebook: littleGuide([twoFiles]) });
			await resumed.resume(cut, '0.0.0', 'k', []);
			await resumed.idle();
			expect(computer.done, `after event ${count}`).toEqual([]);
			const isStarted = cut.some((event) => event.type === 'remedy-started');
			expect(viewOf(resumed).state).toBe(isStarted ? 'interrupted' : 'offered');
			if (isStarted) {
				const { log: told } = viewOf(resumed);
				const underWay = cut.findLast((event) => event.type.startsWith('remedy-action'))?.type === 'remedy-action-started';
				expect(told.some((line) => line.startsWith('may or may not'))).toBe(underWay);
				expect(told.filter((line) => /^(?:not )?done: |^may or may not/.test(line))).toHaveLength(4);
				expect(told.at(-1)).toContain('can be undone');
				await preview(resumed, true);
				await apply(resumed, true);
				expect(computer.files.get('/etc/a')).toBe('before');
				expect(computer.files.has('/etc/new')).toBe(false);
			}
			await resumed.close();
		}
	});
});
