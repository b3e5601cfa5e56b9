import type { JsonValue } from '../domain/index.ts';
import type { KnownLookup } from './derived.ts';
import { compareVersions } from './versions.ts';

interface Fault {
	readonly name: string;
	readonly fixedIn: string;
}

/** Of mod_proxy_ajp in httpd 2.4. */
const ofProxyAjp: readonly Fault[] = [
	{ name: 'CVE-2022-26377', fixedIn: '2.4.54' },
	{ name: 'CVE-2022-36760', fixedIn: '2.4.55' },
	{ name: 'CVE-2026-28780', fixedIn: '2.4.67' },
];
const ofModJk: readonly Fault[] = [
	{ name: 'CVE-2018-11759', fixedIn: '1.2.46' },
	{ name: 'CVE-2023-41081', fixedIn: '1.2.49' },
	{ name: 'CVE-2024-46544', fixedIn: '1.2.50' },
];

const open = (faults: readonly Fault[], version: string): JsonValue =>
	faults.filter(({ fixedIn }) => compareVersions(version, fixedIn) < 0).map(({ name, fixedIn }) => ({ name, fixedIn }));

/** Faults of mod_proxy_ajp, by the number of the httpd that runs, where the configuration uses it. */
export function proxyAjpFaults(known: KnownLookup): JsonValue | undefined {
	const uses = known('conf.proxyAjp')?.value;
	const version = known('log.serverVersion')?.value ?? known('build.version')?.value;
	if (!Array.isArray(uses) || typeof version !== 'string' || !version.startsWith('2.4.')) return undefined;
	return uses.length === 0 ? [] : open(ofProxyAjp, version);
}

export function modJkFaults(known: KnownLookup): JsonValue | undefined {
	const version = known('log.modJkVersion')?.value;
	return typeof version === 'string' ? open(ofModJk, version) : undefined;
}
