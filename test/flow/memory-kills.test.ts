import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { facts } from './facts.ts';

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
