import { describe, expect, it } from 'vitest';
import { ipcsParser } from '../../src/parsers/ipcs.ts';
import { citedBy, factsOf, fixture, inputOf } from './evidence.ts';

const read = (name: string) => factsOf(ipcsParser, fixture(name));

describe('ipcs', () => {
	it('counts sets, owners and semaphores of the semaphore table alone', () => {
		expect(read('ipcs-all.txt')).toEqual({
			semaphoreArrays: 3,
			semaphoreOwners: { 'www-data': 2, metrics: 1 },
			totalSemaphores: 6,
			sets: [
				{ semid: 56, owner: 'www-data', perms: '600', nsems: 1, key: '0x00000000' },
				{ semid: 57, owner: 'www-data', perms: '600', nsems: 1, key: '0x00000000' },
				{ semid: 58, owner: 'metrics', perms: '640', nsems: 4, key: '0x7100a3e3' },
			],
		});
	});

	it('cites the table, not the shared memory', () => {
		const cited = citedBy(ipcsParser, fixture('ipcs-all.txt'), 'semaphoreArrays');
		expect(cited).toHaveLength(5);
		expect(cited.join()).not.toContain('0x7100a3e2');
	});

	it('takes an empty table for zero', () => {
		expect(read('ipcs-empty.txt')).toMatchObject({ semaphoreArrays: 0, semaphoreOwners: {}, totalSemaphores: 0 });
	});

	it('states nothing where no semaphore table was printed', () => {
		const memoryOnly = fixture('ipcs-all.txt').split('------ Semaphore')[0] ?? '';
		expect(ipcsParser.parse(inputOf(memoryOnly))).toEqual({ statements: [], partial: true });
		expect(read('ipcs-usage.txt')).toEqual({ usedArrays: 7, allocatedSemaphores: 31 });
	});

	it.each([
		['ipcs-japanese.txt', 3, { webapp: 2, sensor: 1 }, 5],
		['ipcs-german.txt', 2, { 'www-data': 2 }, 2],
		['ipcs-bsd.txt', 3, { www: 2, backup: 1 }, 7],
		['lsipc.txt', 2, { 'www-data': 1, root: 1 }, 4],
		['lsipc.json', 2, { 'www-data': 1, root: 1 }, 4],
	])('reads %s', (name, semaphoreArrays, semaphoreOwners, totalSemaphores) => {
		expect(read(name)).toMatchObject({ semaphoreArrays, semaphoreOwners, totalSemaphores });
	});

	it('finds the header of a table whose every word is translated', () => {
		const text = '------ 信号量数组 --------\n键 标识 拥有者 权限 个数\n0x00000000 5 app 600 2\n';
		expect(factsOf(ipcsParser, text)).toMatchObject({ semaphoreArrays: 1, totalSemaphores: 2 });
	});

	it('does not know the number of semaphores where the listing has no such column', () => {
		expect(read('ipcs-creators.txt')).toEqual({ semaphoreArrays: 2, semaphoreOwners: { 'www-data': 2 } });
		expect(read('ipcs-times.txt')).toEqual({ semaphoreArrays: 2, semaphoreOwners: { 'www-data': 1, '1004': 1 } });
	});

	it('reads limits by name, or by place in another language', () => {
		const limits = { maxArrays: 128, maxSemaphoresPerArray: 250, maxSemaphores: 32_000, maxOps: 32, maxValue: 32_767 };
		expect(read('ipcs-korean-limits.txt')).toEqual({ limits });
		expect(read('lsipc-limits.txt')).toEqual({ limits, usedArrays: 127 });
		expect(factsOf(ipcsParser, 'max number of arrays = 4\n')).toEqual({ limits: { maxArrays: 4 } });
	});

	it('describes one set without taking it for all of them', () => {
		expect(read('ipcs-detail.txt')).toEqual({
			details: [{ semid: 56, uid: 33, cuid: 0, nsems: 1, waiting: 3, lastPids: [6414] }],
		});
	});

	it('recognises and reads rows without their header, but not those of shared memory', () => {
		const row = '0x00000000 360448     apache    600        1\n';
		expect(ipcsParser.resemblance(row)).toBeGreaterThan(0.5);
		expect(factsOf(ipcsParser, row)).toMatchObject({ semaphoreArrays: 1 });
		expect(factsOf(ipcsParser, '0x00000003 11         user01     666        816        1\n')).toEqual({});
	});

	it('finds a listing within other words', () => {
		const article = `We looked with ipcs:\n\n\`\`\`\n${fixture('ipcs-japanese.txt')}\`\`\`\nThat was all, 0x00 and so on.\n`;
		expect(factsOf(ipcsParser, article)).toMatchObject({ semaphoreArrays: 3 });
	});
});

describe('a listing that lost its line ends', () => {
	it.each([
		'# ipcs -s<br /> ------ Semaphore Arrays --------<br /> key semid owner perms nsems<br /> 0x00000000 13795 apache 600 1<br /> 0x00000000 13828 apache 600 1',
		'$ ipcs -a ------ Shared Memory Segments -------- key shmid owner perms bytes nattch status ------ Semaphore Arrays -------- key semid owner perms nsems 0x00000000 5111 apache 600 1 0x00000000 5144 apache 600 1',
	])('%s', (text) => {
		expect(factsOf(ipcsParser, text)).toMatchObject({ semaphoreArrays: 2, semaphoreOwners: { apache: 2 }, totalSemaphores: 2 });
		expect(ipcsParser.resemblance(text)).toBeGreaterThan(0.5);
	});
});
