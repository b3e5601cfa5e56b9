import type { Line } from './lines.ts';
import { isoOfCtime } from './local-time.ts';
import type { Process } from './process-table.ts';

/** A row as ps prints it; `ppid` is null where the listing has no such column. */
export type PsRow = Omit<Process, 'ppid'> & {
	readonly ppid: number | null;
	/** It leads a session (`s` in STAT), as a server does that has left its terminal. */
	readonly leads: boolean;
};

const header = /^\s*(?:[A-Z%][A-Z%+]*\s+)+(?:COMMAND|CMD|ARGS)\s*$/;
const longTime = /^[A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d{1,2} \d\d:\d\d:\d\d \d{4}(?=\s)/;
const shortDate = /^[A-Z][a-z]{2} {1,2}\d{1,2}(?=\s)/;
const word = /^\S+/;

/** The headings of a listing of ps, top or the like, given its first line. */
export function psColumns({ text }: Line): readonly string[] | undefined {
	if (!header.test(text)) return undefined;
	const columns = text.trim().split(/\s+/);
	return columns.includes('PID') ? columns : undefined;
}

/** What the columns hold; the last takes the rest of the line. Undefined where the line has too few of them. */
function cellsOf(columns: readonly string[], text: string): ReadonlyMap<string, string> | undefined {
	const cells = new Map<string, string>();
	let rest = text.trimStart();
	for (const column of columns.slice(0, -1)) {
		const isTime = column === 'STARTED';
		const [cell] = (isTime ? (longTime.exec(rest) ?? shortDate.exec(rest)) : null) ?? word.exec(rest) ?? [];
		if (cell === undefined) return undefined;
		cells.set(column, cell);
		rest = rest.slice(cell.length).trimStart();
	}
	return rest === '' ? undefined : cells.set('ARGS', rest);
}

const wholeOf = (text: string | undefined): number | null => (text !== undefined && /^\d+$/.test(text) ? Number(text) : null);

/** ps marks a name that it cut off. */
const nameOf = (text: string | undefined): string | null => (text === undefined || /^\d+$|\+$|^-$/.test(text) ? null : text);

/** A row below such headings. */
export function psRow(columns: readonly string[], line: Line): PsRow | undefined {
	const cells = cellsOf(columns, line.text);
	const pid = wholeOf(cells?.get('PID'));
	if (cells === undefined || pid === null) return undefined;
	const owner = ['USER', 'EUSER', 'RUSER', 'UID', 'EUID'].map((name) => cells.get(name));
	const user = owner.map(nameOf).find((name) => name !== null) ?? null;
	const argv = (cells.get('ARGS') ?? '')
		.replace(/^[\s|]*\\_ /, '')
		.trim()
		.split(/\s+/);
	const started = cells.get('STARTED');
	return {
		pid,
		ppid: wholeOf(cells.get('PPID')),
		uid: owner.map(wholeOf).find((uid) => uid !== null) ?? (user === 'root' ? 0 : null),
		user,
		state: /^[A-Z]/.exec(cells.get('STAT') ?? cells.get('ST') ?? cells.get('S') ?? '')?.[0] ?? null,
		leads: /^[A-Z]\S*s/.test(cells.get('STAT') ?? ''),
		startedAt: (started === undefined ? undefined : isoOfCtime(started)) ?? null,
		startedSeconds: null,
		exe: argv[0]?.startsWith('/') ? argv[0] : null,
		cwd: null,
		argv,
		line: line.number,
	};
}

const usual = ['USER', 'PID', '%CPU', '%MEM', 'VSZ', 'RSS', 'TTY', 'STAT', 'START', 'TIME', 'COMMAND'];
const usualRow = /^\S+\s+\d+\s+\d+\.\d\s+\d+\.\d\s+\d+\s+\d+\s+\S+\s+[A-Z]\S*\s+\S+\s+\d+:\d\d\s/;

/** A row of `ps aux` without its headings, as grep leaves it. */
export const psAuxRow = (line: Line): PsRow | undefined => (usualRow.test(line.text) ? psRow(usual, line) : undefined);
