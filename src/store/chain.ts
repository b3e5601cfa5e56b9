import { createHash } from 'node:crypto';
import { causeOf } from '../catalogue/index.ts';
import type { Cause, SessionEvent } from '../domain/index.ts';

/** What the first line of a journal is chained to. */
export const origin = '0'.repeat(64);

/** One line of a journal, read. */
export type Link = { readonly event: SessionEvent; readonly hash: string } | { readonly fault: Cause };

/** The line for an event, without its newline, and the hash that the next line is chained to. */
export function encodeLine(previous: string, event: SessionEvent): { readonly line: string; readonly hash: string } {
	// Through JSON first: what is hashed is what will be read back.
	const plain: unknown = JSON.parse(JSON.stringify(event));
	const hash = chainHash(previous, plain);
	return { line: JSON.stringify({ event: plain, hash }), hash };
}

/** Reads a line and checks that it is the `seq`-th and follows the line whose hash is `previous`. */
export function decodeLine(previous: string, seq: number, line: string): Link {
	const entry = parse(line);
	if (!isEntry(entry)) return { fault: causeOf('notAnEvent') };
	const { event, hash } = entry;
	if (event.seq !== seq) return { fault: causeOf('misnumbered', { seq: event.seq }) };
	if (hash !== chainHash(previous, event)) return { fault: causeOf('changed') };
	return { event, hash };
}

function chainHash(previous: string, event: unknown): string {
	return createHash('sha256')
		.update(`${previous}\n${canonical(event)}`)
		.digest('hex');
}

/** JSON with the keys of every object sorted: the same for equal values. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
	return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

/** The chain tells that the rest of the event is what this program wrote, so its fields are not checked one by one. */
function isEntry(entry: unknown): entry is { readonly event: SessionEvent; readonly hash: string } {
	if (typeof entry !== 'object' || entry === null || !('event' in entry) || !('hash' in entry)) return false;
	const { event, hash } = entry;
	if (typeof event !== 'object' || event === null || typeof hash !== 'string') return false;
	return 'type' in event && typeof event.type === 'string' && 'seq' in event && 'at' in event && typeof event.at === 'number';
}
