import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { facts } from './facts.ts';

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
