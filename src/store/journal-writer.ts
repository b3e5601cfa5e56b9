import type { FileHandle } from 'node:fs/promises';
import { problemOf } from '../catalogue/index.ts';
import { errorCode, errorText, type Journal, type Problem, ProblemError, type SessionEvent } from '../domain/index.ts';
import { decodeLine, encodeLine } from './chain.ts';
import type { JournalText } from './journal-text.ts';

/** The part of a file handle that a journal writes through. */
export type JournalFile = Pick<FileHandle, 'write' | 'datasync' | 'truncate' | 'close'>;

/** Adds events to a journal's file, one after the other. What cannot be written whole is cut off again. */
export class JournalWriter implements Journal {
	readonly #file: JournalFile;
	readonly #saving: Saving;
	#previous: string;
	#size: number;
	#seq: number;
	#broken: Problem | null = null;
	#isClosed = false;
	#last: Promise<void> = Promise.resolve();

	/** @param text what the file holds. */
	constructor(file: JournalFile, { events, hash, goodBytes }: JournalText) {
		this.#file = file;
		this.#previous = hash;
		this.#size = goodBytes;
		this.#seq = events.length;
		this.#saving = new Saving(goodBytes, (synced) => this.#saveFrom(synced));
	}

	readonly append = (event: SessionEvent): Promise<void> =>
		this.#inTurn(async () => {
			await this.#write(event);
			await this.sync();
		});

	readonly write = (event: SessionEvent): Promise<void> => this.#inTurn(() => this.#write(event));

	readonly sync = (): Promise<void> => this.#saving.save();

	readonly close = (): Promise<void> =>
		this.#inTurn(async () => {
			if (this.#isClosed) return;
			this.#isClosed = true;
			try {
				if (this.#broken === null) await this.sync();
			} finally {
				await this.#file.close();
			}
		});

	#inTurn(work: () => Promise<void>): Promise<void> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => undefined);
		return turn;
	}

	async #write(event: SessionEvent): Promise<void> {
		if (this.#isClosed) throw new ProblemError(problemOf('failed', 'journalClosed'));
		if (this.#broken !== null) throw new ProblemError(this.#broken);
		if (event.seq !== this.#seq + 1) throw new Error(`event ${event.seq} cannot follow event ${this.#seq} in the journal`);
		const { line, hash } = encodeLine(this.#previous, event);
		const readBack = decodeLine(this.#previous, event.seq, line);
		if ('fault' in readBack) throw new Error(`event ${event.seq} cannot be kept in a journal: ${readBack.fault.id}`);
		const bytes = Buffer.from(`${line}\n`);
		try {
			await writeWhole(this.#file, bytes);
		} catch (error) {
			await this.#file.truncate(this.#size).catch(() => {
				this.#broken = problemOf('failed', 'journalBroken');
			});
			throw notSaved(error);
		}
		this.#previous = hash;
		this.#size += bytes.length;
		this.#seq += 1;
	}

	/** Puts on disk what was written; answers the size that is safe. */
	async #saveFrom(synced: number): Promise<number> {
		if (this.#broken !== null) throw new ProblemError(this.#broken);
		const upTo = this.#size;
		if (synced === upTo) return upTo;
		try {
			await this.#file.datasync();
		} catch (error) {
			// The kernel reports such an error once and forgets it, so that trying again would prove nothing.
			this.#broken = problemOf('failed', 'diskFailed');
			throw notSaved(error);
		}
		return upTo;
	}
}

/** Whoever comes while one is under way waits for the next, and shares it with all that come until it begins. */
class Saving {
	readonly #saveFrom: (synced: number) => Promise<number>;
	#synced: number;
	#current: Promise<void> = Promise.resolve();
	#next: Promise<void> | null = null;

	constructor(synced: number, saveFrom: (synced: number) => Promise<number>) {
		this.#synced = synced;
		this.#saveFrom = saveFrom;
	}

	save(): Promise<void> {
		this.#next ??= this.#current
			.catch(() => undefined)
			.then(async () => {
				this.#next = null;
				this.#synced = await this.#saveFrom(this.#synced);
			});
		this.#current = this.#next;
		return this.#next;
	}
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
