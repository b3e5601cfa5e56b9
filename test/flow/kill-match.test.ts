import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { facts } from './facts.ts';

describe('kills for memory and the processes of the server', () => {
	const log: Readonly<Record<string, JsonValue>> = {
		...{ 'log.firstAt': '2026-01-02T08:00:00', 'log.lastAt': '2026-01-02T20:00:00', 'log.lastStartAt': '2026-01-02T08:00:00' },
		...{ 'log.killedChildren': [{ pid: 71, at: '2026-01-02T10:00:01' }], 'log.parentPid': 40 },
	};
	const kill = (pid: number, at: string | null) => ({ pid, at, name: 'apache2', cgroup: false });
	const match = (values: Readonly<Record<string, JsonValue>>, ...kills: readonly JsonValue[]) =>
		facts({ ...values, 'kernelLog.oomKills': kills }).value('kernelLog.oomMatch');

	it('are its own where a killed child or its parent has the pid, whenever the clocks say', () => {
		expect(match(log, kill(71, '2026-01-02T10:00:00'))).toBe('ours');
		expect(match(log, kill(71, null))).toBe('ours');
		expect(match(log, kill(71, '2026-01-02T02:00:00'), kill(900, '2026-01-02T12:00:00'))).toBe('ours');
		expect(match(log, kill(40, '2026-01-02T19:00:00'))).toBe('ours');
		expect(match({ 'unit.result': 'oom-kill' }, kill(900, null))).toBe('ours');
	});

	it('are those of another server where the log covers the time and knows no such pid', () => {
		expect(match(log, kill(900, '2026-01-02T12:00:00'))).toBe('another');
		const running = { ...log, 'httpd.running': true, 'httpd.startedAt': '2026-01-02T08:00:00' };
		expect(match(running, kill(900, '2026-01-02T23:00:00'))).toBe('another');
	});

	it('are told by the group whose memory ran out, since httpd is silent about a child that was killed', () => {
		const silent = { ...log, 'log.killedChildren': [] };
		const at = '2026-01-02T12:00:00';
		const group = (group: string, ...peers: readonly number[]) => ({ 'kernelLog.oomGroups': [{ pid: 900, group, peers }] });
		expect(match(silent, kill(900, at))).toBe('untold');
		expect(match({ ...silent, ...group('/system.slice/apache2.service') }, kill(900, at))).toBe('untold');
		expect(match({ ...silent, ...group('/system.slice/apache2.service', 40, 900) }, kill(900, at))).toBe('ours');
		expect(match({ ...silent, ...group('/system.slice/apache2@shop.service', 850, 900) }, kill(900, at))).toBe('another');
		expect(match({ ...silent, ...group('/docker/4be0c1') }, kill(900, at))).toBe('another');
		expect(match({ ...silent, ...group('/', 40, 900) }, kill(900, '2026-01-01T12:00:00'))).toBe('untold');
	});

	it('are unclear at the very moment of another death, or where the log does not reach', () => {
		expect(match(log, kill(900, '2026-01-02T10:00:00'))).toBe('unclear');
		expect(match(log, kill(900, '2026-01-02T23:00:00'))).toBe('unclear');
		expect(match(log, kill(900, '2026-01-02T07:00:00'))).toBe('unclear');
		expect(match(log, kill(900, null))).toBe('unclear');
	});

	it('are not compared without the main log, in a container, or with a log that was cut', () => {
		const at = '2026-01-02T12:00:00';
		expect(match({}, kill(900, at))).toBe('untold');
		expect(match({ 'log.killedChildren': [], 'log.firstAt': '2026-01-02T08:00:00' }, kill(900, at))).toBe('untold');
		expect(match({ ...log, 'log.parentPid': 1 }, kill(900, at))).toBe('untold');
		const cut = facts({ ...log, 'kernelLog.oomKills': [kill(900, at)] }, { partial: true });
		expect(cut.value('kernelLog.oomMatch')).toBe('untold');
		expect(match(log, { pid: 900, name: 'mysqld', at })).toBeUndefined();
	});
});
