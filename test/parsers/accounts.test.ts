import { describe, expect, it } from 'vitest';
import { lingerParser } from '../../src/parsers/linger.ts';
import { logindLiveParser } from '../../src/parsers/logind-live.ts';
import { passwdEntryParser } from '../../src/parsers/passwd-entry.ts';
import { uidBoundParser } from '../../src/parsers/uid-bound.ts';
import { factsOf, fixture } from './evidence.ts';

describe('passwd-entry', () => {
	it('reads the user database', () => {
		expect(factsOf(passwdEntryParser, fixture('passwd-entry.txt'))).toMatchObject({
			users: { webapp: { uid: 1004, gid: 1004, shell: '/bin/bash' }, 'www-data': { uid: 33, gid: 33 } },
		});
	});

	it('reads the answer of id', () => {
		expect(factsOf(passwdEntryParser, 'uid=33(www-data) gid=33(www-data) groups=33(www-data)\n')).toEqual({
			users: { 'www-data': { uid: 33, gid: 33, shell: null } },
		});
	});

	it('states nothing of a missing user', () => expect(factsOf(passwdEntryParser, '')).toEqual({}));
});

describe('uid-bound', () => {
	it('reads the bare number of pkg-config', () => expect(factsOf(uidBoundParser, '999\n')).toEqual({ systemMax: 999 }));
	it('reads login.defs', () => expect(factsOf(uidBoundParser, fixture('login-defs.txt'))).toEqual({ systemMax: 499 }));
	it('ignores a commented bound', () => expect(factsOf(uidBoundParser, '#SYS_UID_MAX 999\nUID_MIN 1000\n')).toEqual({}));
});

describe('linger', () => {
	it('names the users that linger', () =>
		expect(factsOf(lingerParser, fixture('linger.txt'))).toEqual({ enabled: true, users: ['batch'] }));
	it('knows a user who neither lingers nor is logged in', () => {
		const text = 'Failed to get user: User ID 33 is not logged in or lingering\n';
		expect(factsOf(lingerParser, text)).toEqual({ enabled: false, users: [] });
	});
});

describe('logind-live', () => {
	it.each([
		['b true\n', true],
		['b false\n', false],
		['RemoveIPC=yes\n', true],
		['IdleHint=no\nRemoveIPC=no\n', false],
	])('reads %j', (text, removeIpc) => expect(factsOf(logindLiveParser, text)).toEqual({ removeIpc }));
});
