import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { facts } from './facts.ts';

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
			...[
				{ name: 'CVE-2022-36760', fixedIn: '2.4.55' },
				{ name: 'CVE-2026-28780', fixedIn: '2.4.67' },
			],
		]);
		expect(faults({ ...proxy, 'build.version': '2.4.71' })).toEqual([]);
		expect(faults({ 'conf.proxyAjp': [], 'build.version': '2.4.6' })).toEqual([]);
		expect(faults(proxy)).toBeUndefined();
		expect(facts({ 'log.modJkVersion': '1.2.49' }).value('log.modJkFaults')).toEqual([
			{ name: 'CVE-2024-46544', fixedIn: '1.2.50' },
		]);
	});
});
