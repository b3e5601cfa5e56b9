import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSession, findSession, listSessions } from '../../src/store/index.ts';
import { newSessionId } from '../../src/store/session-id.ts';
import { clock, journalOf, note, scratch, started } from './support.ts';

const zeros = (count: number) => new Uint8Array(count);

describe('a new session', () => {
	test('has an id of its time and a random part, and a private folder', async () => {
		const base = scratch();
		const { id, directory } = await createSession(base, clock, zeros);
		expect(id).toBe('20231114-221320-000000');
		expect(directory).toBe(join(base, id));
		expect(statSync(directory).mode & 0o777).toBe(0o700);
	});

	test('has an id that sorts by time', () => {
		const seconds = fc.nat(4_000_000_000);
		fc.assert(
			fc.property(seconds, seconds, (left, right) => {
				fc.pre(left !== right);
				const [one, two] = [left, right].map((now) => newSessionId({ now: () => now }));
				expect((one ?? '') < (two ?? '')).toBe(left < right);
			}),
		);
	});

	test('never takes the folder of another', async () => {
		const base = scratch();
		let calls = 0;
		const random = (count: number) => new Uint8Array(count).fill(calls++ < 3 ? 1 : 2);
		await createSession(base, clock, random);
		expect((await createSession(base, clock, random)).id).toMatch(/-222222$/);
		await createSession(base, clock, zeros);
		await expect(createSession(base, clock, zeros)).rejects.toThrow('no session can be kept');
		await expect(createSession(join(base, 'missing'), clock)).rejects.toThrow('no session can be kept');
	});
});

describe('the list of sessions', () => {
	async function session(base: string, id: string, events: Parameters<typeof journalOf>[1]): Promise<void> {
		mkdirSync(join(base, id));
		await journalOf(join(base, id), events);
	}

	test('is newest first, and says how far each has come', async () => {
		const base = scratch();
		await session(base, '20260101-000000-aaaaaa', [
			started('a', 10),
			{ seq: 2, at: 20, type: 'flow-chosen', flow: 'server-is-down' },
			{ seq: 3, at: 30, type: 'session-ended', outcome: 'resolved' },
		]);
		await session(base, '20260102-000000-bbbbbb', [
			started('b', 40),
			{ seq: 2, at: 50, type: 'session-ended', outcome: 'left' },
			{ seq: 3, at: 60, type: 'session-resumed', version: '1', knowledge: 'k' },
		]);
		expect(await listSessions(base)).toEqual([
			{
				...{
					id: '20260102-000000-bbbbbb',
					directory: join(base, '20260102-000000-bbbbbb'),
					flow: null,
					ended: null,
					damage: null,
				},
				...{ target: { uri: 'local', title: 'root@web3' }, startedAt: 40, lastEventAt: 60, events: 3 },
				canGoOn: true,
			},
			{
				...{
					id: '20260101-000000-aaaaaa',
					directory: join(base, '20260101-000000-aaaaaa'),
					flow: 'server-is-down',
					ended: 'resolved',
				},
				...{ damage: null, target: { uri: 'local', title: 'root@web3' }, startedAt: 10, lastEventAt: 30, events: 3 },
				canGoOn: false,
			},
		]);
	});

	test('holds damaged sessions, and nothing that is none', async () => {
		const base = scratch();
		await session(base, '20260101-000000-aaaaaa', [started('a'), note(2, 'x')]);
		writeFileSync(join(base, '20260101-000000-aaaaaa', 'journal.jsonl'), '{"torn', { flag: 'a' });
		await session(base, '20260102-000000-bbbbbb', [started('b'), note(2, 'x')]);
		writeFileSync(join(base, '20260102-000000-bbbbbb', 'journal.jsonl'), 'rubbish\n', { flag: 'a' });
		mkdirSync(join(base, '20260103-000000-cccccc', 'journal.jsonl'), { recursive: true });
		mkdirSync(join(base, '20260104-000000-dddddd'));
		mkdirSync(join(base, 'something-else'));
		writeFileSync(join(base, '20260105-000000-eeeeee'), 'a file');
		const sessions = await listSessions(base);
		expect(sessions.map((each) => [each.id.slice(-1), each.events, each.damage !== null])).toEqual([
			['d', 0, true],
			['c', 0, true],
			['b', 2, true],
			['a', 2, true],
		]);
		expect(sessions[2]?.damage?.message).toContain('line 3');
		// What a crash leaves behind does not keep a session from going on.
		expect(sessions.filter((each) => each.canGoOn).map((each) => each.id.slice(-1))).toEqual(['a']);
	});

	test('is empty without a folder', async () => {
		expect(await listSessions(join(scratch(), 'missing'))).toEqual([]);
	});

	test('finds a session by the beginning of its id', async () => {
		const base = scratch();
		for (const id of ['20260101-000000-aaaaaa', '20260101-000000-abaaaa', '20260102-000000-aaaaaa'])
			await session(base, id, [started(id)]);
		expect(await findSession(base, '20260102')).toMatchObject({
			kind: 'found',
			session: { id: '20260102-000000-aaaaaa', events: 1 },
		});
		expect(await findSession(base, '20260101-000000-aaaaaa')).toMatchObject({ kind: 'found' });
		expect(await findSession(base, '20260101')).toMatchObject({ kind: 'several', ids: { length: 2 } });
		expect(await findSession(base, '2027')).toEqual({ kind: 'none' });
		expect(await findSession(base, '../')).toEqual({ kind: 'none' });
		expect(readdirSync(base)).toHaveLength(3);
	});
});
