import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { causeOf, problemFor, problemOf } from '../catalogue/index.ts';
import { errorCode, errorText, type Journal, type Problem, ProblemError, type SessionEvent } from '../domain/index.ts';
import { syncDirectory } from './atomic.ts';
import { decodeLine, encodeLine } from './chain.ts';
import { type JournalText, journalPath, parseJournal, readJournal } from './journal-text.ts';

export interface OpenedJournal {
	readonly events: readonly SessionEvent[];
	/** Rejects every event when `readOnly`. */
	readonly journal: Journal;
	readonly readOnly: boolean;
	/** For the operator: what was cut off, or why nothing can be added. null when all is well. */
	readonly damage: Problem | null;
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
		const { line, cause } = text.damage;
		const before = causeOf('eventsBefore', { number: line - 1 });
		return closedFor(text, problemFor('failed', [causeOf('lineDamaged', { line }), cause, before]));
	}
	try {
		const file = await openFile(journalPath(directory));
		try {
			await mend(file, text);
			if (!found) await syncDirectory(directory);
		} catch (error) {
			await file.close();
			throw error;
		}
		const damage = text.tornBytes > 0 ? problemOf('failed', 'lastCutOff', { bytes: text.tornBytes }) : null;
		return { events: text.events, journal: writer(file, text), readOnly: false, damage };
	} catch (error) {
		const reason = errorText(error);
		if (!found) throw new ProblemError(problemOf('failed', 'journalNotBegun', { path: directory, reason }), { cause: error });
		return closedFor(text, problemOf('failed', 'journalUnwritable', { reason }));
	}
}

/** Cuts an unfinished line off, so that the next one does not continue it. */
async function mend(file: JournalFile, { goodBytes, tornBytes }: JournalText): Promise<void> {
	if (tornBytes === 0) return;
	await file.truncate(goodBytes);
	await file.datasync();
}

function closedFor(text: JournalText, damage: Problem): OpenedJournal {
	const journal: Journal = {
		append: () => Promise.reject(new ProblemError(problemFor('failed', [causeOf('readOnlySession'), ...(damage.causes ?? [])]))),
		close: () => Promise.resolve(),
	};
	return { events: text.events, journal, readOnly: true, damage };
}

function writer(file: JournalFile, { events, hash: lastHash, goodBytes }: JournalText): Journal {
	let previous = lastHash;
	let size = goodBytes;
	let seq = events.length;
	let broken: Problem | null = null;
	let isClosed = false;
	let last: Promise<void> = Promise.resolve();

	let synced = goodBytes;
	let current: Promise<void> = Promise.resolve();
	let next: Promise<void> | null = null;

	const write = async (event: SessionEvent) => {
		if (isClosed) throw new ProblemError(problemOf('failed', 'journalClosed'));
		if (broken !== null) throw new ProblemError(broken);
		if (event.seq !== seq + 1) throw new Error(`event ${event.seq} cannot follow event ${seq} in the journal`);
		const { line, hash } = encodeLine(previous, event);
		const readBack = decodeLine(previous, event.seq, line);
		if ('fault' in readBack) throw new Error(`event ${event.seq} cannot be kept in a journal: ${readBack.fault.id}`);
		const bytes = Buffer.from(`${line}\n`);
		try {
			await writeWhole(file, bytes);
		} catch (error) {
			await file.truncate(size).catch(() => {
				broken = problemOf('failed', 'journalBroken');
			});
			throw notSaved(error);
		}
		previous = hash;
		size += bytes.length;
		seq += 1;
	};
	const saveAll = async (): Promise<void> => {
		if (broken !== null) throw new ProblemError(broken);
		const upTo = size;
		if (synced === upTo) return;
		try {
			await file.datasync();
		} catch (error) {
			// The kernel reports such an error once and forgets it, so that trying again would prove nothing.
			broken = problemOf('failed', 'diskFailed');
			throw notSaved(error);
		}
		synced = upTo;
	};
	/** Whoever comes while one is under way waits for the next, and shares it with all that come until that begins. */
	const sync = (): Promise<void> => {
		next ??= current
			.catch(() => undefined)
			.then(() => {
				next = null;
				return saveAll();
			});
		current = next;
		return next;
	};
	const inTurn = (work: () => Promise<void>): Promise<void> => {
		const turn = last.then(work);
		last = turn.catch(() => undefined);
		return turn;
	};

	return {
		append: (event) =>
			inTurn(async () => {
				await write(event);
				await sync();
			}),
		write: (event) => inTurn(() => write(event)),
		sync,
		close: () =>
			inTurn(async () => {
				if (isClosed) return;
				isClosed = true;
				try {
					if (broken === null) await sync();
				} finally {
					await file.close();
				}
			}),
	};
}

async function writeWhole(file: JournalFile, bytes: Buffer): Promise<void> {
	for (let done = 0; done < bytes.length;) {
		const { bytesWritten } = await file.write(bytes, done, bytes.length - done);
		if (bytesWritten === 0) throw new ProblemError(problemOf('failed', 'journalNotTaken'));
		done += bytesWritten;
	}
}

function notSaved(error: unknown): Error {
	if (error instanceof ProblemError) return error;
	const code = errorCode(error);
	const isFull = code === 'ENOSPC' || code === 'EDQUOT';
	const problem = isFull
		? problemOf('failed', 'journalNoSpace')
		: problemOf('failed', 'journalNotWritten', { reason: errorText(error) });
	return new ProblemError(problem, { cause: error });
}
