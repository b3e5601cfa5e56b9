import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Journal, SessionEvent } from '../domain/index.ts';
import { syncDirectory } from './atomic.ts';
import { decodeLine, encodeLine } from './chain.ts';
import { errorCode, errorText } from './errors.ts';
import { type JournalText, journalPath, parseJournal, readJournal } from './journal-text.ts';

export interface OpenedJournal {
	readonly events: readonly SessionEvent[];
	/** Rejects every event when `readOnly`. */
	readonly journal: Journal;
	readonly readOnly: boolean;
	/** For the operator: what was cut off, or why nothing can be added. null when all is well. */
	readonly damage: string | null;
}

/** The part of a file handle that a journal writes through. */
export type JournalFile = Pick<FileHandle, 'write' | 'datasync' | 'truncate' | 'close'>;
export type OpenFile = (path: string) => Promise<JournalFile>;

const openForAppend: OpenFile = (path) =>
	open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW, 0o600);

/**
 * Opens or begins the journal in a session folder whose lock is held. An unfinished last line is cut off the file;
 * after any other damage, and where the file cannot be written, the events before it can be read but none added.
 * Rejects when the folder or the journal cannot be read.
 */
export async function openJournal(directory: string, openFile: OpenFile = openForAppend): Promise<OpenedJournal> {
	const found = await readJournal(directory).catch((error: unknown) => {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	});
	const text = found ?? parseJournal(Buffer.alloc(0));
	if (text.damage) {
		const { line, reason } = text.damage;
		return closedFor(text, `line ${line} of the journal is damaged (${reason}); the ${line - 1} events before it can be read`);
	}
	try {
		const file = await openFile(journalPath(directory));
		await mend(file, text);
		if (!found) await syncDirectory(directory);
		const cut = `the last event was written in part only (${text.tornBytes} bytes) and was cut off`;
		return { events: text.events, journal: writer(file, text), readOnly: false, damage: text.tornBytes > 0 ? cut : null };
	} catch (error) {
		if (!found) throw new Error(`no journal can be begun in ${directory}: ${errorText(error)}`, { cause: error });
		return closedFor(text, `the journal cannot be written: ${errorText(error)}`);
	}
}

/** Cuts an unfinished line off, so that the next one does not continue it. */
async function mend(file: JournalFile, { goodBytes, tornBytes }: JournalText): Promise<void> {
	if (tornBytes === 0) return;
	try {
		await file.truncate(goodBytes);
		await file.datasync();
	} catch (error) {
		await file.close();
		throw error;
	}
}

function closedFor(text: JournalText, reason: string): OpenedJournal {
	const journal: Journal = {
		append: () => Promise.reject(new Error(`the session can only be read: ${reason}`)),
		close: () => Promise.resolve(),
	};
	return { events: text.events, journal, readOnly: true, damage: reason };
}

function writer(file: JournalFile, { events, hash: lastHash, goodBytes }: JournalText): Journal {
	let previous = lastHash;
	let size = goodBytes;
	let seq = events.length;
	let broken: string | null = null;
	let last: Promise<void> = Promise.resolve();

	const append = async (event: SessionEvent) => {
		if (broken !== null) throw new Error(broken);
		if (event.seq !== seq + 1) throw new Error(`event ${event.seq} cannot follow event ${seq} in the journal`);
		const { line, hash } = encodeLine(previous, event);
		const readBack = decodeLine(previous, event.seq, line);
		if ('fault' in readBack) throw new Error(`event ${event.seq} cannot be kept in a journal: ${readBack.fault}`);
		const bytes = Buffer.from(`${line}\n`);
		try {
			await writeWhole(file, bytes);
		} catch (error) {
			await file.truncate(size).catch(() => {
				broken = 'the journal ends in a broken line; nothing can be added to it';
			});
			throw notSaved(error);
		}
		try {
			await file.datasync();
		} catch (error) {
			// The kernel reports such an error once and forgets it, so that trying again would prove nothing.
			broken = 'the disk failed to keep the journal; nothing can be added to it';
			throw notSaved(error);
		}
		previous = hash;
		size += bytes.length;
		seq += 1;
	};

	return {
		append: (event) => {
			const turn = last.then(() => append(event));
			last = turn.catch(() => undefined);
			return turn;
		},
		close: () => {
			const turn = last.then(async () => {
				if (broken === closed) return;
				broken = closed;
				await file.close();
			});
			last = turn.catch(() => undefined);
			return turn;
		},
	};
}

const closed = 'the journal is closed';

async function writeWhole(file: JournalFile, bytes: Buffer): Promise<void> {
	for (let done = 0; done < bytes.length;) {
		const { bytesWritten } = await file.write(bytes, done, bytes.length - done);
		if (bytesWritten === 0) throw new Error('the disk took no bytes');
		done += bytesWritten;
	}
}

function notSaved(error: unknown): Error {
	const code = errorCode(error);
	const isFull = code === 'ENOSPC' || code === 'EDQUOT';
	// Short, so that it is not cut off where there is one line for it.
	const message = isFull ? 'no space is left for the journal' : `the journal could not be written: ${errorText(error)}`;
	return new Error(message, { cause: error });
}
