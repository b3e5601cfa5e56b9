import type { JsonValue } from '../domain/index.ts';
import type { KnownLookup } from './derived.ts';
import { compareVersions } from './versions.ts';

interface KnownFix {
	readonly product: string;
	/** Fact with its version; where there is none it is looked for in the banner of the error log. */
	readonly version?: string;
	/** First version with the fault; any older one where left out. */
	readonly since?: string;
	readonly fixedIn: string;
	/** The signature is not of this product alone: only where the culprit is its module. */
	readonly module?: string;
}

const fixes: Readonly<Record<string, KnownFix>> = {
	'mod-jk-shm-maintain': { product: 'mod_jk', version: 'log.modJkVersion', since: '1.2.41', fixedIn: '1.2.42' },
	'mod-jk-long-url': { product: 'mod_jk', version: 'log.modJkVersion', since: '1.2.19', fixedIn: '1.2.21' },
	'descriptor-above-fd-setsize': { product: 'mod_jk', version: 'log.modJkVersion', fixedIn: '1.2.44', module: 'mod_jk.so' },
	'php-thread-id-reuse': { product: 'PHP', version: 'log.phpVersion', fixedIn: '8.2.6' },
	'mod-wsgi-graceful-restart': { product: 'mod_wsgi', fixedIn: '4.4.15' },
};

/** What the facts look at beside the signature. */
export const knownFixFacts = ['trace.culpritModule', 'trace.signal', 'log.modJkVersion', 'log.phpVersion', 'log.banner'] as const;

function fixOf(known: KnownLookup): KnownFix | undefined {
	const signature = known('trace.knownSignature')?.value;
	const fix = typeof signature === 'string' && Object.hasOwn(fixes, signature) ? fixes[signature] : undefined;
	if (fix?.module !== undefined && fix.module !== known('trace.culpritModule')?.value) return undefined;
	// In mod_jk's shared memory SIGBUS tells of a file that was cut short, which no version is safe from.
	return fix?.product === 'mod_jk' && known('trace.signal')?.value === 'SIGBUS' ? undefined : fix;
}

function versionIn({ product, version }: KnownFix, known: KnownLookup): string | undefined {
	const text: JsonValue | undefined = known(version ?? 'log.banner')?.value;
	if (typeof text !== 'string') return undefined;
	return version === undefined ? new RegExp(`(?:^| )${product}/(\\d[\\w.]*)`).exec(text)?.[1] : text;
}

/** `mod_jk 1.2.42`: where the known crash is fixed. */
export function knownFixedIn(known: KnownLookup): string | undefined {
	const fix = fixOf(known);
	return fix && `${fix.product} ${fix.fixedIn}`;
}

/** `mod_jk 1.2.41`: what this server runs of it. */
export function knownRuns(known: KnownLookup): string | undefined {
	const fix = fixOf(known);
	const version = fix && versionIn(fix, known);
	return version === undefined ? undefined : `${fix?.product} ${version}`;
}

/** 'affected' or 'not-affected', by the version that this server runs. */
export function knownState(known: KnownLookup): string | undefined {
	const fix = fixOf(known);
	const version = fix && versionIn(fix, known);
	if (fix === undefined || version === undefined) return undefined;
	const isTooOld = fix.since !== undefined && compareVersions(version, fix.since) < 0;
	return isTooOld || compareVersions(version, fix.fixedIn) >= 0 ? 'not-affected' : 'affected';
}
