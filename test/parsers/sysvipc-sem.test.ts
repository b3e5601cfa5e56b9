import { expect, it } from 'vitest';
import { sysvipcSemParser } from '../../src/parsers/sysvipc-sem.ts';
import { factsOf, fixture } from './evidence.ts';

it('reads the sets of the kernel with their owners', () => {
	expect(factsOf(sysvipcSemParser, fixture('sysvipc-sem.txt'))).toEqual({
		count: 2,
		owners: { '0': 1, '33': 1 },
		semaphores: 4,
		sets: [
			{ semid: 56, uid: 33, cuid: 0, perms: '600', nsems: 1, otime: 1_795_292_120, ctime: 1_795_292_120, key: 0 },
			{ semid: 6, uid: 0, cuid: 0, perms: '644', nsems: 3, otime: 0, ctime: 1_795_291_174, key: -854_159_450 },
		],
	});
});

it('states zero for a table without rows, nothing for another text', () => {
	const header = fixture('sysvipc-sem.txt').split('\n')[0] ?? '';
	expect(factsOf(sysvipcSemParser, `${header}\n`)).toEqual({ count: 0, owners: {}, semaphores: 0, sets: [] });
	expect(factsOf(sysvipcSemParser, 'cat: /proc/sysvipc/sem: No such file or directory\n')).toEqual({});
});
