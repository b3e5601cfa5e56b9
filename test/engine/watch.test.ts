import { describe, expect, it } from 'vitest';
import { fakeTime } from './fake-time.ts';
import { machine } from './machine.ts';
import { start } from './scripted.ts';
import { started, crash, processes, nobody, engineOn, stage, mend, typesOf, watchOf, resolve } from './watched.ts';

describe('a watch', () => {
	it('that stays silent to its end proves the remedy, and only then is it resolved', async () => {
		const set = await stage();
		await expect(resolve(set)).rejects.toThrow('needs a remedy that was verified and watched');
		await mend(set);
		expect(set.engine.screen().mayResolve).toBe(false);
		await expect(resolve(set)).rejects.toThrow('needs a remedy');
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.pass(599);
		expect(watchOf(set)).toMatchObject({ state: 'running', provesRemedy: true });
		await expect(resolve(set)).rejects.toThrow('needs a remedy');
		await set.pass(10);
		expect(watchOf(set)).toMatchObject({ state: 'silent', statement: 'Nothing failed for 10 minutes.' });
		expect(set.time.waiting()).toBe(0);
		expect(set.engine.screen().mayResolve).toBe(true);
		await resolve(set);
		expect(set.engine.screen().body.kind).toBe('ended');
	});

	it('records its beginning before the first look, and then only what is new', async () => {
		const set = await stage();
		await mend(set);
		const asked: string[] = [];
		set.computer.onRequest = (request) =>
			asked.push(set.events.some((each) => each.type === 'watch-started') ? request.kind : 'too early');
		await set.engine.send({ type: 'watch', minutes: 60 });
		const before = set.events.length;
		await set.pass(3590);
		// A busy log that tells of nothing that matters.
		expect(asked.length).toBeGreaterThan(1400);
		expect(new Set(asked)).toEqual(new Set(['read-files', 'list-processes']));
		expect(set.events.length).toBe(before);
		set.computer.files.set(
			'/log',
			`${set.computer.files.get('/log')}[Sat Nov 21 20:30:00.1 2026] [core:info] [pid 11] AH00128: File does not exist: /x\n`,
		);
		await set.pass(5);
		expect(set.events.length).toBe(before);
		await set.pass(30);
		expect(typesOf(set.events.slice(before))).toEqual(['evidence-captured', 'evidence-captured', 'watched']);
	});

	it('does not fill the journal when the server restarts all the time', async () => {
		const set = await stage();
		await mend(set);
		await set.engine.send({ type: 'watch', minutes: 60 });
		const before = set.events.length;
		for (let times = 0; times < 300; times += 1) {
			set.computer.processes = processes.replaceAll('10\t', `${100 + times}\t`);
			await set.pass(5);
		}
		expect(set.events.length - before).toBeLessThanOrEqual(42);
		expect(watchOf(set)?.state).toBe('running');
	});

	it('takes no failure for new that is older than the end of the remedy', async () => {
		const set = await stage();
		set.computer.files.set('/log', started + crash('19:30:00') + crash('20:00:00'));
		await mend(set);
		await set.engine.send({ type: 'watch', minutes: 1 });
		await set.pass(65);
		expect(watchOf(set)?.state).toBe('silent');
	});

	it('tells of a failure after the remedy, and brings the operator back to the diagnosis', async () => {
		const set = await stage();
		await mend(set);
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.pass(20);
		await set.engine.send({ type: 'start-over' });
		expect(set.engine.screen().body.kind).toBe('welcome');
		set.computer.files.set('/log', started + crash('19:30:00') + crash('20:00:30'));
		await set.pass(5);
		expect(watchOf(set)).toMatchObject({ state: 'recurred' });
		expect(watchOf(set)?.statement).toBe(
			'The logs tell of a failure at 2026-11-21T20:00:30 (child-segfault). Again: Children crash.',
		);
		expect(set.engine.screen().warnings.join()).toContain('The remedy did not hold');
		expect(set.time.waiting()).toBe(0);
		await expect(resolve(set)).rejects.toThrow('needs a remedy');
		expect(set.engine.state().remedies['crashed/mend']?.watched).toBe('recurred');
		expect(set.events.findLast((event) => event.type === 'recurred')).toMatchObject({ diagnoses: ['crashed'] });
	});

	it('sees a failure between the remedy and its own beginning', async () => {
		const set = await stage();
		await mend(set);
		set.computer.files.set('/log', started + crash('20:00:01'));
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.pass(0);
		expect(watchOf(set)?.state).toBe('recurred');
	});

	it('tells when httpd is gone', async () => {
		const set = await stage();
		await mend(set);
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.pass(6);
		set.computer.processes = nobody;
		await set.pass(5);
		expect(watchOf(set)).toMatchObject({ state: 'recurred', statement: 'No httpd runs any more.' });
	});

	it('proves nothing when no httpd runs, or when at its end something could not be read', async () => {
		const down = await stage();
		down.computer.processes = nobody;
		await mend(down);
		await down.engine.send({ type: 'watch', minutes: 1 });
		await down.pass(70);
		expect(watchOf(down)).toMatchObject({ state: 'stopped', statement: 'No httpd runs, so its silence proves nothing.' });
		const blind = await stage();
		await mend(blind);
		await blind.engine.send({ type: 'watch', minutes: 1 });
		blind.computer.files.delete('/log');
		await blind.pass(70);
		expect(watchOf(blind)).toMatchObject({ state: 'stopped' });
		expect(watchOf(blind)?.statement).toContain('not everything could be read');
	});

	it('is ended by the operator, by another remedy and by the end of the session', async () => {
		const set = await stage();
		await mend(set);
		await set.engine.send({ type: 'watch', minutes: 10 });
		await expect(set.engine.send({ type: 'watch', minutes: 1 })).rejects.toThrow('not possible');
		await set.engine.send({ type: 'stop-watch' });
		expect(watchOf(set)).toMatchObject({ state: 'stopped', statement: 'The operator ended it.' });
		expect(set.time.waiting()).toBe(0);
		await set.engine.send({ type: 'watch', minutes: 10 });
		await mend(set);
		expect(watchOf(set)?.statement).toContain('A remedy was begun');
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.engine.send({ type: 'leave', outcome: 'handed-off' });
		expect(typesOf(set.events).slice(-2)).toEqual(['watch-stopped', 'session-ended']);
		expect(set.time.waiting()).toBe(0);
	});

	it('goes on when the session is opened again, over the time in between, too', async () => {
		const set = await stage();
		await mend(set);
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.pass(30);
		const journal = [...set.events];
		await set.engine.close();
		expect(set.time.waiting()).toBe(0);
		for (const isBroken of [false, true]) {
			const computer = machine({ '/log': started + (isBroken ? crash('20:05:00') : '') });
			computer.processes = processes;
			const time = fakeTime(1_003_600);
			const again = engineOn(computer, time, { blobs: set.blobs });
			await again.engine.resume(journal, '0.0.1', 'k', []);
			await again.pass(1);
			expect(watchOf({ ...set, ...again })?.state).toBe(isBroken ? 'recurred' : 'silent');
			await again.engine.close();
		}
	});

	it('may be wished for without a remedy, and then tells of anything new', async () => {
		const set = await stage();
		await set.engine.send({ type: 'watch', minutes: 10 });
		await set.pass(10);
		expect(watchOf(set)).toMatchObject({ state: 'running', provesRemedy: false });
		set.computer.files.set('/log', started + crash('19:30:00') + crash('19:30:01'));
		await set.pass(5);
		expect(watchOf(set)?.statement).toContain('19:30:01');
		expect(set.engine.screen().warnings.join()).toContain('It fails:');
	});

	it('is not offered where nothing can happen, nor for no time at all', async () => {
		const set = await stage();
		for (const minutes of [0, -1, Number.NaN, 100_000]) {
			await expect(set.engine.send({ type: 'watch', minutes })).rejects.toThrow('A watch lasts');
		}
		const computer = machine({});
		const { engine } = engineOn(computer, fakeTime());
		await engine.begin({ ...start, target: { uri: 'bundle:/x', title: 'x', isRoot: true } });
		await engine.send({ type: 'choose-flow', flow: 'crashes' });
		await engine.idle();
		await engine.send({ type: 'continue' });
		expect(engine.screen().legal.has('watch')).toBe(false);
	});
});

describe('a session without a remedy', () => {
	it('is resolved when nothing is wrong', async () => {
		const set = await stage();
		await expect(resolve(set)).rejects.toThrow('needs a remedy');
		set.computer.files.set('/log', started);
		await set.engine.send({ type: 'back' });
		await set.engine.send({ type: 'repeat' });
		await set.engine.idle();
		expect(set.engine.screen().mayResolve).toBe(true);
		await resolve(set);
	});
});
