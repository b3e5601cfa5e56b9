import { describe, expect, it } from 'vitest';
import { machine } from './machine.ts';
import { log, fine, run, write, remedyOf, atDiagnosis, viewOf, mend, preview, apply, twoFiles } from './remedied.ts';

describe('a remedy that changes files', () => {
	it('shows the difference to what is there, and needs it to have been shown', async () => {
		const computer = machine({ ...log, '/etc/a': 'one\n' }, fine);
		const { engine } = await atDiagnosis(computer, twoFiles);
		expect(viewOf(engine).preview.state).toBe('missing');
		await expect(apply(engine)).rejects.toThrow('must be shown first');
		const { actions, preview: shown, undo } = await preview(engine);
		expect(shown).toEqual({ state: 'ready', problem: null });
		expect(actions.map((each) => each.change)).toEqual([
			'--- /etc/a\n+++ /etc/a\n@@ -1 +1,2 @@\n one\n+two\n',
			'--- /dev/null\n+++ /etc/new\n@@ -0,0 +1 @@\n+fresh\n',
			null,
			null,
		]);
		expect(undo.map((each) => each.description)).toEqual([
			'put back /etc/a as it is now',
			'reload',
			'put back /etc/new as it is now',
		]);
		expect(computer.done).toEqual([]);
	});

	it('keeps what was there before it writes, and its undo puts back exactly that', async () => {
		const computer = machine({ ...log, '/etc/a': 'one, without a newline' }, fine);
		const { engine, journal } = await atDiagnosis(computer, twoFiles);
		const kept: string[] = [];
		computer.onRequest = (request) => {
			if (request.kind !== 'write-file') return;
			const last = journal.events.at(-1);
			kept.push(last?.type === 'remedy-file-kept' ? last.file.path : `${last?.type}`);
		};
		await preview(engine);
		expect((await apply(engine)).state).toBe('applied');
		expect(kept).toEqual(['/etc/a', '/etc/new']);
		expect(Object.fromEntries(computer.files)).toMatchObject({ '/etc/a': 'one\ntwo\n', '/etc/new': 'fresh\n' });
		await expect(apply(engine)).rejects.toThrow('undo it first');
		const undoing = await preview(engine, true);
		expect(undoing.undo.map((each) => each.description)).toEqual([
			'put back /etc/a as it was before',
			'reload',
			'rm /etc/new, which did not exist before',
		]);
		expect(undoing.undo[2]?.change).toContain('+++ /dev/null');
		expect((await apply(engine, true)).state).toBe('undone');
		expect(computer.files.get('/etc/a')).toBe('one, without a newline');
		expect(computer.files.has('/etc/new')).toBe(false);
		expect(engine.state().remedies['crashed/mend']?.kept).toEqual([]);
	});

	it('is refused when a file has changed since it was shown', async () => {
		const computer = machine({ ...log, '/etc/a': 'one\n' }, fine);
		const { engine } = await atDiagnosis(computer, twoFiles);
		await preview(engine);
		computer.files.set('/etc/a', 'edited by a colleague\n');
		const view = await apply(engine);
		expect(view).toMatchObject({ state: 'offered', preview: { state: 'missing' } });
		expect(view.refusal).toBe('Nothing was done: /etc/a has changed since it was shown. Look at the remedy again.');
		expect(computer.done).toEqual([]);
		await preview(engine);
		expect((await apply(engine)).state).toBe('applied');
	});

	it('is not offered for what could not be put back', async () => {
		const files = { '/etc/link': 'link', '/etc/odd': 'a\ufffdb\n' };
		for (const path of ['/etc/link', '/etc/odd', 'etc/relative', '/etc/*.conf']) {
			const computer = machine({ ...log, ...files }, fine);
			const { engine } = await atDiagnosis(computer, remedyOf([write(path, 'x\n')]));
			expect((await preview(engine)).preview.problem, path).toContain(path);
			await expect(apply(engine)).rejects.toThrow(path);
			expect(computer.done).toEqual([]);
		}
	});

	it('says when nothing would change', async () => {
		const { engine } = await atDiagnosis(machine({ ...log, '/etc/a': 'x\n' }, fine), remedyOf([write('/etc/a', 'x\n')]));
		expect((await preview(engine)).actions[0]?.change).toBe('/etc/a holds this already\n');
	});
});

describe('remedies', () => {
	it('run one at a time, and none is undone that was not applied', async () => {
		const computer = machine(log, fine);
		const { engine } = await atDiagnosis(computer, remedyOf([run('reload')]));
		await expect(apply(engine, true)).rejects.toThrow('has not been applied');
		const first = engine.send({ type: 'apply-remedy', ...mend, undo: false });
		await expect(engine.send({ type: 'apply-remedy', ...mend, undo: false })).rejects.toThrow('running now');
		await first;
		await engine.idle();
		expect(computer.done).toEqual(['reload']);
	});

	it('remember the time of the target when they were applied', async () => {
		const { engine } = await atDiagnosis(machine(log, fine), remedyOf([run('reload')]));
		await apply(engine);
		expect(engine.state().remedies['crashed/mend']?.appliedAt).toBe('2026-11-21T20:00:00');
	});
});
