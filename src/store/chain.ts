import { causeOf } from '../catalogue/index.ts';
import type { Cause, SessionEvent } from '../domain/index.ts';
import { sha256Of } from './hash.ts';
import { canonical, parseJson } from './json.ts';

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
	const entry = parseJson(line);
	if (!isEntry(entry)) return { fault: causeOf('notAnEvent') };
	const { event, hash } = entry;
	if (event.seq !== seq) return { fault: causeOf('misnumbered', { seq: event.seq }) };
	if (hash !== chainHash(previous, event)) return { fault: causeOf('changed') };
	return { event, hash };
}

function chainHash(previous: string, event: unknown): string {
	return sha256Of(`${previous}\n${canonical(event)}`);
}

/** The chain tells that the rest of the event is what this program wrote, so its fields are not checked one by one. */
function isEntry(entry: unknown): entry is { readonly event: SessionEvent; readonly hash: string } {
	if (typeof entry !== 'object' || entry === null || !('event' in entry) || !('hash' in entry)) return false;
	const { event, hash } = entry;
	if (typeof event !== 'object' || event === null || typeof hash !== 'string') return false;
	return 'type' in event && typeof event.type === 'string' && 'seq' in event && 'at' in event && typeof event.at === 'number';
}
