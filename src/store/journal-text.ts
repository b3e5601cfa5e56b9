import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { problemOf } from '../catalogue/index.ts';
import { type Cause, ProblemError, type SessionEvent } from '../domain/index.ts';
import { decodeLine, origin } from './chain.ts';

/** What a journal holds, read without changing it. */
export interface JournalText {
	/** The events before any damage. */
	readonly events: readonly SessionEvent[];
	/** Of each of them. */
	readonly hashes: readonly string[];
	/** Hash of the last of them. It covers all events before it: noted elsewhere, it seals them. */
	readonly hash: string;
	/** Bytes up to the end of the last of them. */
	readonly goodBytes: number;
	/** Bytes of an unfinished last line, which a crash in the middle of writing leaves. */
	readonly tornBytes: number;
	/** The first line that is not as it was written; null when only the last line is torn, or nothing is. */
	readonly damage: { readonly line: number; readonly cause: Cause } | null;
}

const newline = 0x0a;

export function journalPath(directory: string): string {
	return join(directory, 'journal.jsonl');
}

/** Reads the journal of a session folder. Rejects when there is none, or it cannot be read. */
export async function readJournal(directory: string): Promise<JournalText> {
	const path = journalPath(directory);
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		if (!(await handle.stat()).isFile()) throw new ProblemError(problemOf('failed', 'journalNoFile', { path }));
		return parseJournal(await handle.readFile());
	} finally {
		await handle.close();
	}
}

export function parseJournal(bytes: Buffer): JournalText {
	const events: SessionEvent[] = [];
	const hashes: string[] = [];
	let hash = origin;
	let goodBytes = 0;
	for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, goodBytes)) {
		const link = decodeLine(hash, events.length + 1, bytes.toString('utf8', goodBytes, end));
		if ('fault' in link) {
			return { events, hashes, hash, goodBytes, tornBytes: 0, damage: { line: events.length + 1, cause: link.fault } };
		}
		events.push(link.event);
		hash = link.hash;
		hashes.push(hash);
		goodBytes = end + 1;
	}
	return { events, hashes, hash, goodBytes, tornBytes: bytes.length - goodBytes, damage: null };
}
