import { describe, expect, it } from 'vitest';
import type { BlobStore, Journal, Remedy, RemedyAction, SessionEvent } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import type { RemedyView } from '../../src/session/index.ts';
import { littleEngine, littleGuide } from './little-guide.ts';
import { type Machine, machine } from './machine.ts';
import { memoryBlobs, memoryJournal, start } from './scripted.ts';

const log = { '/first': 'crash\n', '/log': 'crash\n' };
const fine = { reload: () => ({}), test: () => ({}), date: () => ({ text: '2026-11-21T20:00:00\n' }) };
const run = (...argv: [string, ...string[]]): RemedyAction => ({ kind: 'run', argv });
const write = (path: string, content: string | null): RemedyAction => ({ kind: 'write', change: { path, content, mode: 0o644 } });

function remedyOf(actions: readonly RemedyAction[], undo: readonly RemedyAction[] = [run('reload')]): Remedy {
	return {
		...{ id: 'mend', title: 'Mend it', kind: 'fix', risk: 'mutating', precondition: null },
		...{ actions, undo, verification: null },
	};
}

interface Set {
	readonly engine: Engine;
	readonly journal: Journal & { readonly events: SessionEvent[] };
	readonly blobs: BlobStore;
}

/** A session at its diagnosis, with one remedy. */
async function atDiagnosis(computer: Machine, remedy: Remedy): Promise<Set> {
	const journal = memoryJournal();
	const blobs = memoryBlobs();
	const engine = littleEngine({}, { target: computer.target, journal, blobs, guidebook: littleGuide([remedy]) });
	await engine.begin(start);
	await engine.idle();
	await engine.send({ type: 'choose-flow', flow: 'short' });
	await engine.idle();
	return { engine, journal, blobs };
}

function viewOf(engine: Engine): RemedyView {
	const { body } = engine.screen();
	const view = body.kind === 'diagnosis' ? body.diagnoses[0]?.remedies[0] : undefined;
	if (!view) throw new Error(body.kind);
	return view;
}

const mend = { diagnosis: 'crashed', remedy: 'mend' } as const;

async function preview(engine: Engine, undo = false): Promise<RemedyView> {
	await engine.send({ type: 'preview-remedy', ...mend, undo });
	await engine.idle();
	return viewOf(engine);
}

async function apply(engine: Engine, undo = false): Promise<RemedyView> {
	await engine.send({ type: 'apply-remedy', ...mend, undo });
	await engine.idle();
	return viewOf(engine);
}

const twoFiles = remedyOf(
	[write('/etc/a', 'one\ntwo\n'), write('/etc/new', 'fresh\n'), run('test'), run('reload')],
	[write('/etc/a', 'something that the article made up\n'), run('reload'), write('/etc/new', null)],
);

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
