import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { derivedDeclarations, mergeFacts, sourcesOf } from '../../src/flow/index.ts';
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

describe('derived facts', () => {
	it('are declared, and name what they are made of', () => {
		for (const { name, meaning } of derivedDeclarations) {
			expect(meaning).not.toBe('');
			expect(sourcesOf(name)).not.toContain(name);
		}
		expect(sourcesOf('log.lines')).toEqual(['log.lines']);
	});
});

describe('kills for memory', () => {
	const isOld = (start: string, ...kills: readonly Readonly<Record<string, JsonValue>>[]) =>
		facts({ 'log.lastStartAt': start, 'kernelLog.oomKills': kills }).value('kernelLog.oomBeforeStart');
	const start = '2026-01-02T08:00:00';

	it('are old when all of those of httpd are', () => {
		expect(isOld(start, { name: 'apache2', at: '2026-01-02T07:00:00' })).toBe(true);
		expect(isOld(start, { name: 'apache2', at: '2026-01-02T07:00:00' }, { name: 'httpd', at: '2026-01-02T09:00:00' })).toBe(
			false,
		);
		expect(isOld(start, { name: 'mysqld', at: '2026-01-02T09:00:00' })).toBeUndefined();
	});

	it('have the year that brings them nearest where syslog wrote none', () => {
		expect(isOld(start, { name: 'httpd', at: null, day: '12-30T08:00:00' })).toBe(true);
		expect(isOld(start, { name: 'httpd', at: null, day: '01-03T08:00:00' })).toBe(false);
		expect(isOld('2025-12-31T08:00:00', { name: 'httpd', at: null, day: '01-01T08:00:00' })).toBe(false);
	});

	it('are of unknown age where any has no time', () => {
		expect(isOld(start, { name: 'httpd', at: null })).toBeUndefined();
		expect(isOld(start, { name: 'httpd', at: '2026-01-01T07:00:00' }, { name: 'httpd', at: null })).toBeUndefined();
	});
});

describe('RemoveIPC in effect', () => {
	const effective = (values: Readonly<Record<string, JsonValue>>) => facts(values).value('logind.effectiveRemoveIpc');

	it('is what the running logind has, whatever its files say, and what they say where it was not asked', () => {
		for (const live of [true, false]) {
			for (const file of [true, false]) {
				expect(effective({ 'logindLive.removeIpc': live, 'logind.removeIpc': file })).toBe(live);
			}
			expect(effective({ 'logindLive.removeIpc': live })).toBe(live);
			expect(effective({ 'logind.removeIpc': live })).toBe(live);
		}
		expect(effective({ 'logind.shippedRemoveIpc': true })).toBeUndefined();
	});

	it('rests on the lines of the one that decides, and is as incomplete as that one', () => {
		const live = evidence('e1', { 'logindLive.removeIpc': true });
		const file = evidence('e2', { 'logind.removeIpc': false }, { partial: true });
		expect(mergeFacts([], [live, file]).lookup('logind.effectiveRemoveIpc')).toMatchObject({
			...{ value: true, partial: false, citations: [{ evidence: 'e1' }] },
		});
		expect(mergeFacts([], [file]).lookup('logind.effectiveRemoveIpc')).toMatchObject({ value: false, partial: true });
	});
});

describe('the unit and the server', () => {
	it('belong together where the main process of the one is the parent of the other', () => {
		const runs = (main: number, parent: number) =>
			facts({ 'unit.mainPid': main, 'httpd.parentPid': parent }).value('unit.runsServer');
		expect([runs(700, 700), runs(0, 700), runs(701, 700)]).toEqual([true, false, false]);
		expect(facts({ 'unit.mainPid': 700 }).value('unit.runsServer')).toBeUndefined();
	});
});

describe('the directory that a core would go to', () => {
	const own = { kind: 'dir', mode: '0700', uid: 33, gid: 0, ownerWrites: true, groupWrites: false, othersWrite: false };
	const roots = { ...own, mode: '0755', uid: 0 };
	const base: Readonly<Record<string, JsonValue>> = {
		...{ 'kernel.corePatternKind': 'relative', 'conf.hasCoreDumpDirectory': true, 'conf.coreDumpDirectory': '/srv/cores' },
		...{ 'config.serverRoot': '/etc/apache2', 'config.uid': 33, 'config.gid': 33, 'paths.missing': [] },
		'paths.entries': { '/srv/cores': own, '/etc/apache2': roots },
	};
	const at = (changes: Readonly<Record<string, JsonValue>> = {}) => {
		const known = facts({ ...base, ...changes });
		return [known.value('cores.directory'), known.value('cores.directoryState')];
	};
	const without = { 'conf.hasCoreDumpDirectory': false };

	it('is CoreDumpDirectory, or ServerRoot without it, where the pattern has no directory', () => {
		expect(at()).toEqual(['/srv/cores', 'writable']);
		expect(at(without)).toEqual(['/etc/apache2', 'not-writable']);
		const below = { 'conf.coreDumpDirectory': 'cores', 'paths.missing': ['/etc/apache2/cores'] };
		expect(at(below)).toEqual(['/etc/apache2/cores', 'missing']);
		expect(facts({ ...base, ...without }, { partial: true }).value('cores.directory')).toBeUndefined();
	});

	it('is the one of the pattern where that has one, whatever httpd says', () => {
		const absolute = { 'kernel.corePatternKind': 'absolute', 'kernel.coreDirectory': '/crash' };
		expect(at({ ...absolute, 'paths.missing': ['/crash'] })).toEqual(['/crash', 'missing']);
		expect(at({ ...absolute, 'paths.entries': { '/crash': roots, '/srv/cores': own } })).toEqual(['/crash', 'not-writable']);
		expect(at({ ...absolute, 'paths.entries': { '/srv/cores': own } })).toEqual(['/crash', undefined]);
		expect(at({ 'kernel.corePatternKind': 'pipe' })).toEqual([undefined, undefined]);
	});

	it('is judged by numbers, by names, and for everybody', () => {
		const entry = (changes: Readonly<Record<string, JsonValue>>) =>
			at({ 'paths.entries': { '/srv/cores': { ...own, ...changes } } })[1];
		expect(entry({ othersWrite: true, uid: 0 })).toBe('writable');
		expect(entry({ uid: 0, gid: 33, groupWrites: true })).toBe('writable');
		expect(entry({ uid: 0, gid: 34, groupWrites: true })).toBe('not-writable');
		expect(entry({ ownerWrites: false })).toBe('not-writable');
		expect(entry({ kind: 'link', othersWrite: true })).toBeUndefined();
		const { 'config.uid': _uid, 'config.gid': _gid, ...named } = base;
		const { uid: _owner, ...unnumbered } = own;
		const byName = (owner: string) =>
			facts({ ...named, 'conf.user': 'www-data', 'paths.entries': { '/srv/cores': { ...unnumbered, owner } } }).value(
				'cores.directoryState',
			);
		expect([byName('www-data'), byName('root')]).toEqual(['writable', 'not-writable']);
		expect(facts({ ...named, 'paths.entries': { '/srv/cores': roots } }).value('cores.directoryState')).toBeUndefined();
		expect(facts({ ...named, 'httpd.childUid': 33 }).value('cores.directoryState')).toBe('writable');
	});

	it('is read-only by its mount or by the unit, whatever its mode says', () => {
		const by = (readOnly: JsonValue, changes: Readonly<Record<string, JsonValue>> = {}) =>
			facts({ ...base, 'mounts.readOnly': readOnly, ...changes }).value('cores.readOnlyBy');
		expect(by({})).toBe('nothing');
		expect(by({ '/srv': [] })).toBe('mount');
		expect(by({ '/': [] })).toBe('mount');
		expect(by({ '/srv/core': [] })).toBe('nothing');
		expect(by({ '/srv': ['/srv/cores'] })).toBe('nothing');
		expect(by({ '/': [] }, { 'unit.protectSystem': 'strict' })).toBe('unit');
		expect(by({ '/srv': [] }, { 'unit.protectSystem': 'full' })).toBe('mount');
		expect(by({ '/usr': [] }, { 'unit.protectSystem': 'full', 'conf.coreDumpDirectory': '/usr/cores' })).toBe('unit');
		expect(by({ '/srv': [] }, { 'kernel.corePatternKind': 'pipe' })).toBeUndefined();
		expect(facts(base).value('cores.readOnlyBy')).toBeUndefined();
	});
});

describe('a known crash', () => {
	const jk = { 'trace.knownSignature': 'mod-jk-shm-maintain', 'trace.signal': 'SIGSEGV' };
	const told = (stated: Readonly<Record<string, JsonValue>>) => {
		const known = facts(stated);
		return ['trace.knownFixedIn', 'trace.knownRuns', 'trace.knownState'].map((name) => known.value(name));
	};

	it('is held against the version that runs', () => {
		expect(told({ ...jk, 'log.modJkVersion': '1.2.41' })).toEqual(['mod_jk 1.2.42', 'mod_jk 1.2.41', 'affected']);
		expect(told({ ...jk, 'log.modJkVersion': '1.2.48' })[2]).toBe('not-affected');
		expect(told({ ...jk, 'log.modJkVersion': '1.2.40' })[2]).toBe('not-affected');
		expect(told({ 'trace.knownSignature': 'php-thread-id-reuse', 'log.phpVersion': '8.1.27' })[2]).toBe('affected');
		const banner = 'Apache/2.4.10 (Debian) mod_wsgi/4.4.9 Python/2.7.9';
		expect(told({ 'trace.knownSignature': 'mod-wsgi-graceful-restart', 'log.banner': banner })).toEqual([
			...['mod_wsgi 4.4.15', 'mod_wsgi 4.4.9', 'affected'],
		]);
	});

	it('is not where the version, the module or the signal does not tell', () => {
		expect(told(jk)).toEqual(['mod_jk 1.2.42', undefined, undefined]);
		expect(told({ ...jk, 'trace.signal': 'SIGBUS', 'log.modJkVersion': '1.2.41' })).toEqual([undefined, undefined, undefined]);
		const descriptor = { 'trace.knownSignature': 'descriptor-above-fd-setsize', 'log.modJkVersion': '1.2.40' };
		expect(told({ ...descriptor, 'trace.culpritModule': 'mod_perl.so' })[2]).toBeUndefined();
		expect(told({ ...descriptor, 'trace.culpritModule': 'mod_jk.so' })[2]).toBe('affected');
		expect(told({ 'trace.knownSignature': 'pcre-recursion' })[0]).toBeUndefined();
	});
});

describe('published faults of the AJP side', () => {
	const proxy = { 'conf.proxyAjp': [{ url: 'ajp://127.0.0.1:8009/', hasSecret: false, file: null, line: 1 }] };
	const faults = (stated: Readonly<Record<string, JsonValue>>) => facts(stated).value('conf.proxyAjpFaults');

	it('are those that the number is older than, where the module is used', () => {
		expect(faults({ ...proxy, 'log.serverVersion': '2.4.54' })).toEqual([
			...['CVE-2022-36760 (fixed in 2.4.55)', 'CVE-2026-28780 (fixed in 2.4.67)'],
		]);
		expect(faults({ ...proxy, 'build.version': '2.4.71' })).toEqual([]);
		expect(faults({ 'conf.proxyAjp': [], 'build.version': '2.4.6' })).toEqual([]);
		expect(faults(proxy)).toBeUndefined();
		expect(facts({ 'log.modJkVersion': '1.2.49' }).value('log.modJkFaults')).toEqual(['CVE-2024-46544 (fixed in 1.2.50)']);
	});
});
