import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { causeOf, problemFor, problemOf } from '../catalogue/index.ts';
import { errorCode, errorText, type Journal, type Problem, ProblemError, type SessionEvent } from '../domain/index.ts';
import { syncDirectory } from './atomic.ts';
import { type JournalText, journalPath, parseJournal, readJournal } from './journal-text.ts';
import { type JournalFile, JournalWriter } from './journal-writer.ts';

export interface OpenedJournal {
	readonly events: readonly SessionEvent[];
	/** Rejects every event when `readOnly`. */
	readonly journal: Journal;
	readonly readOnly: boolean;
	/** For the operator: what was cut off, or why nothing can be added. null when all is well. */
	readonly damage: Problem | null;
}

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
		return { events: text.events, journal: new JournalWriter(file, text), readOnly: false, damage };
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
