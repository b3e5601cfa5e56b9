import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { mergeFacts } from '../../src/flow/index.ts';
import { evidence, facts } from './facts.ts';

const set = (semid: number, ctime: number, more: Readonly<Record<string, JsonValue>> = {}) => ({
	...{ semid, uid: 33, cuid: 0, perms: '600', nsems: 1, otime: 0, ctime, key: 0 },
	...more,
});

const master = (startedSeconds: number | null, more: Readonly<Record<string, JsonValue>> = {}) => ({
	...{ pid: 10, uid: 0, runUids: [33], startedSeconds },
	...more,
});

/** One old orphan and one set of the server that started at 1000. */
const situation: Readonly<Record<string, JsonValue>> = {
	'config.uid': 33,
	'sem.sets': [set(1, 500), set(2, 1001)],
	'masters.list': [master(1000)],
	'masters.leftBehind': [],
};

const orphansOf = (changes: Readonly<Record<string, JsonValue>> = {}) => facts({ ...situation, ...changes }).value('sem.orphans');

describe('orphaned semaphore sets', () => {
	it('are those of the run user that are older than the server, or all when none runs', () => {
		expect(orphansOf()).toEqual([1]);
		expect(facts(situation).value('sem.liveSets')).toEqual([2]);
		expect(orphansOf({ 'masters.list': [] })).toEqual([1, 2]);
		expect(facts({ ...situation, 'masters.list': [] }).value('sem.liveSets')).toEqual([]);
	});

	it('are not sets as old as the server, nor those used since it started', () => {
		expect(orphansOf({ 'sem.sets': [set(1, 1000), set(2, 999)] })).toEqual([2]);
		expect(orphansOf({ 'sem.sets': [set(1, 500, { otime: 1000 }), set(2, 500, { otime: 999 })] })).toEqual([2]);
	});

	it('are held against the oldest server that may use them, whoever shares the account', () => {
		expect(orphansOf({ 'masters.list': [master(1000), master(400)] })).toEqual([]);
		expect(orphansOf({ 'masters.list': [master(1000), master(400, { runUids: [48] })] })).toEqual([1]);
		expect(orphansOf({ 'masters.list': [master(1000), master(400, { runUids: [] })] })).toEqual([]);
		expect(orphansOf({ 'masters.list': [master(400, { runUids: [48] })] })).toEqual([1, 2]);
	});

	it('are not sets of other programs of the same user, nor of other users', () => {
		const others = [set(3, 500, { key: 77 }), set(4, 500, { perms: '660' }), set(5, 500, { uid: 48 }), set(6, 500, { cuid: 33 })];
		expect(orphansOf({ 'sem.sets': [set(1, 500), ...others] })).toEqual([1]);
		expect(orphansOf({ 'sem.sets': others, 'masters.list': [master(1000, { uid: 33 })] })).toEqual([6]);
	});

	it('are unknown as soon as anything is that they depend on', () => {
		for (const name of Object.keys(situation)) {
			const { [name]: _left, ...rest } = situation;
			expect(facts(rest).value('sem.orphans'), name).toBeUndefined();
		}
		expect(facts(situation, { partial: true }).value('sem.orphans')).toBeUndefined();
		expect(orphansOf({ 'masters.list': [master(null)] })).toBeUndefined();
		expect(orphansOf({ 'masters.leftBehind': [{ pid: 20, uid: 33 }] })).toBeUndefined();
		expect(orphansOf({ 'masters.leftBehind': [{ pid: 20, uid: null }] })).toBeUndefined();
		expect(orphansOf({ 'masters.leftBehind': [{ pid: 20, uid: 48 }] })).toEqual([1]);
		expect(orphansOf({ 'sem.sets': [set(1, 500), { semid: 2 }] })).toBeUndefined();
		expect(orphansOf({ 'sem.sets': [set(1, 0)] })).toBeUndefined();
		expect(orphansOf({ 'config.uid': 0 })).toBeUndefined();
	});

	it('are unknown where the log and the process list show that the clock was set', () => {
		const started = { 'httpd.startedAt': '2026-11-21T20:00:00' };
		expect(orphansOf({ ...started, 'log.lastStartAt': '2026-11-21T19:00:00' })).toBeUndefined();
		expect(orphansOf({ ...started, 'log.lastStartAt': '2026-11-21T20:00:00' })).toEqual([1]);
		expect(orphansOf({ ...started, 'log.lastStartAt': '2026-11-21T21:00:00' })).toEqual([1]);
	});

	it('rest on the lines of all that they are made of, and are not derived where they are stated', () => {
		const captured = Object.entries(situation).map(([name, value], index) => evidence(`e${index}`, { [name]: value }));
		const known = mergeFacts([], captured).lookup('sem.orphans');
		expect(known?.citations.map((each) => each.evidence)).toEqual(['e0', 'e1', 'e2', 'e3']);
		expect(orphansOf({ 'sem.orphans': [9] })).toEqual([9]);
	});

	const time = fc.integer({ min: 1, max: 6 });
	const uid = fc.constantFrom(33, 48);
	const anySet = fc.record({
		...{ semid: fc.nat(50), uid, cuid: fc.constantFrom(0, 33), perms: fc.constantFrom('600', '666'), nsems: fc.constant(1) },
		...{ otime: fc.nat(6), ctime: time, key: fc.constantFrom(0, 7) },
	});
	const anyMaster = fc.record({
		...{ pid: fc.nat(), uid: fc.constantFrom(0, 33), runUids: fc.uniqueArray(uid), startedSeconds: fc.option(time) },
	});

	it('never hold a set that a server of the user may have made, whatever is found', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(anySet, { selector: (each) => each.semid, maxLength: 8 }),
				fc.array(anyMaster, { maxLength: 4 }),
				(sets, masters) => {
					const found = orphansOf({ 'sem.sets': sets, 'masters.list': masters });
					const users = masters.filter((each) => each.uid === 33 || each.runUids.length === 0 || each.runUids.includes(33));
					const isUnknown = users.some((each) => each.startedSeconds === null);
					expect(found === undefined).toBe(isUnknown);
					if (!Array.isArray(found)) return;
					for (const id of found) {
						const one = sets.find((each) => each.semid === id);
						expect(one).toMatchObject({ uid: 33, key: 0, perms: '600' });
						for (const { startedSeconds } of users) expect(one?.ctime).toBeLessThan(startedSeconds ?? 0);
					}
				},
			),
		);
	});
});
