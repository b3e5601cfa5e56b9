import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, processEntry } from './processes.ts';
import { type Undo, undo } from './undo.ts';

const prefix = 'httpd-medic-lab-';
const bookName = 'undo.json';

/** Who answers for a scratch folder; null once it was left standing for `lab down`. */
interface Owner {
	readonly pid: number;
	readonly startTicks: string;
}

interface Book {
	readonly title: string;
	readonly owner: Owner | null;
	readonly actions: readonly Undo[];
}

/** A scratch folder and, written down in it before each step, how to take everything back. */
export interface Ledger {
	readonly scratch: string;
	/** Call before the thing is done. */
	readonly record: (action: Undo) => void;
	readonly recorded: () => readonly Undo[];
	/** Takes everything back, the latest first, and removes the folder. Throws when something resisted. */
	readonly close: () => void;
	/** Lets everything stand after this process; `closeLeftover` takes it back later. */
	readonly leave: () => void;
}

function undoAll(scratch: string, actions: readonly Undo[]): void {
	const failures: unknown[] = [];
	for (const action of [...actions].reverse()) {
		try {
			undo(action);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') failures.push(error);
		}
	}
	if (failures.length > 0) throw new AggregateError(failures, `could not take back everything of ${scratch}`);
}

/** Runs `action` when this process ends in any way that it can notice; returns how to call that off. */
function atEnd(action: () => void): () => void {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
	const onSignal = (name: NodeJS.Signals) => {
		action();
		process.kill(process.pid, name);
	};
	process.once('exit', action);
	for (const name of signals) process.once(name, onSignal);
	return () => {
		process.off('exit', action);
		for (const name of signals) process.off(name, onSignal);
	};
}

export function openLedger(title: string): Ledger {
	const scratch = mkdtempSync(join(tmpdir(), `${prefix}${title}-`));
	// httpd's children run as another user and must get in.
	chmodSync(scratch, 0o755);
	const self = processEntry(process.pid);
	const owner = { pid: process.pid, startTicks: self?.startTicks ?? '' };
	const actions: Undo[] = [];
	const write = (by: Owner | null) => {
		const book: Book = { title, owner: by, actions };
		writeFileSync(join(scratch, bookName), JSON.stringify(book, null, '\t'));
	};
	const record = (action: Undo) => {
		actions.push(action);
		write(owner);
	};
	const takeOut = (kind: Undo['kind']) => {
		const taken = actions.filter((action) => action.kind === kind);
		actions.splice(0, actions.length, ...actions.filter((action) => action.kind !== kind));
		return taken;
	};
	const takeBack = () => undoAll(scratch, actions.splice(0));
	const callOff = atEnd(takeBack);
	record({ kind: 'folder', path: scratch });
	return {
		scratch,
		record,
		recorded: () => [...actions],
		close: () => {
			callOff();
			takeBack();
		},
		leave: () => {
			callOff();
			// What stands and has changed no setting must not keep other labs waiting.
			if (!actions.some(({ kind }) => kind === 'setting')) undoAll(scratch, takeOut('link'));
			write(null);
		},
	};
}

/** A scratch folder that nobody answers for any more. */
export interface Leftover {
	readonly scratch: string;
	readonly title: string;
	/** Left standing on purpose, not by a process that was killed. */
	readonly onPurpose: boolean;
}

function readBook(scratch: string): Book | null {
	const file = join(scratch, bookName);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Book) : null;
}

export function leftovers(): Leftover[] {
	return readdirSync(tmpdir())
		.filter((name) => name.startsWith(prefix))
		.map((name) => join(tmpdir(), name))
		.flatMap((scratch) => {
			const book = readBook(scratch);
			if (!book || (book.owner && isAlive(book.owner.pid, book.owner.startTicks))) return [];
			return [{ scratch, title: book.title, onPurpose: book.owner === null }];
		});
}

export function closeLeftover({ scratch }: Leftover): void {
	undoAll(scratch, readBook(scratch)?.actions ?? []);
}

/** Takes back what a process that was killed left in this folder. Nothing where it lives, or where another process is at it. */
export function closeKilled(scratch: string): void {
	const killed = leftovers().find((each) => each.scratch === scratch && !each.onPurpose);
	if (!killed) return;
	try {
		// Whoever makes the folder does it alone: a setting written back twice could undo that of the next lab.
		mkdirSync(join(scratch, 'being-taken-back'));
	} catch {
		return;
	}
	closeLeftover(killed);
}
