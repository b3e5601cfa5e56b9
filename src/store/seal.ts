import { problemOf } from '../catalogue/index.ts';
import type { Problem } from '../domain/index.ts';
import { origin } from './chain.ts';
import { sha256Of } from './hash.ts';
import { canonical, parseJson } from './json.ts';

/** Of the journal that a file was made of: the hash of each of its events. */
export interface JournalChain {
	readonly session: string;
	readonly hashes: readonly string[];
}

/** How a format carries its seal: as a comment, as a last line, or as a last property. */
export type SealStyle = 'json' | 'html' | 'line' | 'hash';

/** What a file says about where it came from, and whether it is as it was written. */
export interface SealCheck {
	readonly session: string;
	/** Events of the journal that it was made of, and the hash over them. */
	readonly events: number;
	readonly journal: string;
	/** The hash of each event, where the file carries them. */
	readonly chain: readonly string[] | null;
	/** null where nothing was changed. */
	readonly fault: Problem | null;
}

const blank = '0'.repeat(64);
const line = /httpd-medic seal: session ([0-9a-z-]*), (\d+) events, journal ([0-9a-f]{64}), sha256 ([0-9a-f]{64})(?: -->)?\n$/;
const property = /"sha256": "([0-9a-f]{64})"\n {2}\}\n\}\n$/;

/** The text with a seal: a hash over all of its bytes, in which the hash itself counts as zeros. */
export function seal(text: string, style: SealStyle, chain: JournalChain): string {
	const draft = style === 'json' ? withProperty(text, chain) : text + sealLine(style, chain);
	const at = draft.lastIndexOf(blank);
	return draft.slice(0, at) + sha256Of(Buffer.from(draft)) + draft.slice(at + blank.length);
}

function sealLine(style: SealStyle, { session, hashes }: JournalChain): string {
	const words = `httpd-medic seal: session ${session}, ${hashes.length} events, journal ${hashes.at(-1) ?? origin}, sha256 ${blank}`;
	if (style === 'html') return `\n<!-- ${words} -->\n`;
	return style === 'hash' ? `# ${words}\n` : `${words}\n`;
}

function withProperty(text: string, { hashes }: JournalChain): string {
	const parts = Object.fromEntries(partsOf(JSON.parse(text)).map(([name, value]) => [name, sha256Of(canonical(value))]));
	const property = { events: hashes.length, journal: hashes.at(-1) ?? origin, chain: hashes, parts, sha256: blank };
	const written = JSON.stringify(property, null, 2).replaceAll('\n', '\n  ');
	return `${text.slice(0, text.lastIndexOf('\n}'))},\n  "seal": ${written}\n}\n`;
}

/** What can be named where it was changed: properties, and each element of those that are lists. */
function partsOf(document: unknown): readonly (readonly [name: string, value: unknown])[] {
	if (typeof document !== 'object' || document === null) return [];
	return Object.entries(document)
		.filter(([name]) => name !== 'seal')
		.flatMap(([name, value]) => [
			...(Array.isArray(value) ? value.map((each: unknown, index) => [`${name}[${index}]`, each] as const) : []),
			[name, value] as const,
		]);
}

/** Checks a file by its bytes; null where it carries no seal. */
export function checkSeal(bytes: Buffer): SealCheck | null {
	// One character a byte, so that no change is lost in decoding.
	const text = bytes.toString('latin1');
	const [, session = '', events = '', journal = '', hash] = line.exec(text.slice(-400)) ?? [];
	if (hash !== undefined) {
		const fault = isWhole(text, hash) ? null : problemOf('failed', 'changed');
		return { session, events: Number(events), journal, chain: null, fault };
	}
	const [, own] = property.exec(text.slice(-400)) ?? [];
	return own === undefined ? null : checkJson(bytes.toString('utf8'), isWhole(text, own));
}

function isWhole(text: string, hash: string): boolean {
	const at = text.lastIndexOf(hash);
	return sha256Of(Buffer.from(text.slice(0, at) + blank + text.slice(at + blank.length), 'latin1')) === hash;
}

function checkJson(text: string, whole: boolean): SealCheck | null {
	const document = parseJson(text);
	const none = { session: '', events: 0, journal: origin, chain: null };
	if (!isSealed(document)) return { ...none, fault: problemOf('failed', 'sealUnreadable') };
	const { session, seal: own } = document;
	const { events, journal, chain, parts } = own;
	const changed = whole ? undefined : partsOf(document).find(([name, value]) => parts[name] !== sha256Of(canonical(value)))?.[0];
	const fault =
		changed === undefined ? problemOf('failed', 'besideChanged') : problemOf('failed', 'partChanged', { name: changed });
	return { session, events, journal, chain, fault: whole ? null : fault };
}

interface Sealed {
	readonly session: string;
	readonly seal: {
		readonly events: number;
		readonly journal: string;
		readonly chain: readonly string[];
		readonly parts: Readonly<Record<string, string>>;
	};
}

function isSealed(value: unknown): value is Sealed {
	if (typeof value !== 'object' || value === null || !('session' in value) || !('seal' in value)) return false;
	const { session, seal: own } = value;
	if (typeof session !== 'string' || typeof own !== 'object' || own === null) return false;
	if (!('events' in own) || !('journal' in own) || !('chain' in own) || !('parts' in own)) return false;
	if (typeof own.events !== 'number' || typeof own.journal !== 'string' || !Array.isArray(own.chain)) return false;
	return typeof own.parts === 'object' && own.parts !== null;
}
