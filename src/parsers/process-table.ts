import type { Line } from './lines.ts';
import { psAuxRow, psColumns, type PsRow, psRow } from './ps-columns.ts';
import { withParents } from './ps-parents.ts';

/** One process as a listing shows it; null where the listing does not tell. */
export interface Process {
	readonly pid: number;
	readonly ppid: number;
	readonly uid: number | null;
	readonly user: string | null;
	/** One letter, as ps and /proc have it. */
	readonly state: string | null;
	readonly startedAt: string | null;
	/** Seconds since 1970, a second or two early at most, never late. */
	readonly startedSeconds: number | null;
	readonly exe: string | null;
	readonly cwd: string | null;
	readonly argv: readonly string[];
	readonly line: number;
}

const tabHeader = 'pid\tppid\tuid\tuser\tstate\tstartedAt\texe\tcwd\targv';
const fullHeader = `${tabHeader}\tstartedSeconds`;

const told = (text: string | undefined): string | null => (text === undefined || text === '-' || text === '' ? null : text);

function argvOf(json: string): readonly string[] {
	try {
		const parsed: unknown = JSON.parse(json);
		return Array.isArray(parsed) ? parsed.map(String) : [];
	} catch {
		return [];
	}
}

function tabbed(line: Line): Process | undefined {
	const [pid = '', ppid = '', uid = '', user, state, startedAt, exe, cwd, argv = '[]', seconds = ''] = line.text.split('\t');
	if (!/^\d+$/.test(pid) || !/^\d+$/.test(ppid)) return undefined;
	return {
		pid: Number(pid),
		ppid: Number(ppid),
		uid: /^\d+$/.test(uid) ? Number(uid) : null,
		user: told(user),
		state: told(state),
		startedAt: told(startedAt),
		startedSeconds: /^\d+$/.test(seconds) ? Number(seconds) : null,
		exe: told(exe),
		cwd: told(cwd),
		argv: argvOf(argv),
		line: line.number,
	};
}

const fullRow = /^\s*\d+\s+\d+\s+\d+\s+\S+\s+[A-Z]\S*\s+[A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d+ \d\d:\d\d:\d\d \d{4}\s+\S/;
const familiarRow = /^\s*\S+\s+\d+\s+\d+\s+\d+\s+\S+\s+\S+\s+[\d:-]+\s+\S/;
const fullColumns = ['PID', 'PPID', 'UID', 'USER', 'STAT', 'STARTED', 'COMMAND'];
const familiarColumns = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];

/** A row of `ps -o pid,ppid,uid,user,stat,lstart,args`, of `ps -ef` or of `ps aux` that has lost its headings. */
function headless(line: Line): PsRow | undefined {
	if (fullRow.test(line.text)) return psRow(fullColumns, line);
	return familiarRow.test(line.text) ? psRow(familiarColumns, line) : psAuxRow(line);
}

/** The name of the program without its directory and the marks that ps and the kernel add. */
function programName({ exe, argv }: Pick<Process, 'exe' | 'argv'>): string {
	const path = (exe ?? argv[0] ?? '').replace(/ \(deleted\)$/, '').replace(/:$/, '');
	return path.slice(path.lastIndexOf('/') + 1);
}

const httpdNames = /^(?:httpd(?:[-.][\w.-]+)?|apache2|apache)$/;

export interface ProcessTable {
	/** Line of the headings. */
	readonly header: number | null;
	readonly processes: readonly Process[];
	/** There is httpd, but nothing tells which of it is a master. */
	readonly isUntold: boolean;
}

/** All rows of a process listing; undefined where the text is none. Of what ps prints, only those of httpd. */
export function processTable(lines: readonly Line[]): ProcessTable | undefined {
	const tab = lines.find((line) => [tabHeader, fullHeader].includes(line.text.trim()));
	if (tab) return { header: tab.number, processes: lines.flatMap((line) => tabbed(line) ?? []), isUntold: false };
	const at = lines.findIndex((line) => psColumns(line) !== undefined);
	const header = lines[at];
	const columns = header && psColumns(header);
	const rows = lines.flatMap((line) => (columns ? psRow(columns, line) : headless(line)) ?? []);
	const own = rows.filter((each) => httpdNames.test(programName(each)));
	if (!header && own.length === 0) return undefined;
	const processes = withParents(own);
	return { header: header?.number ?? null, processes: processes ?? [], isUntold: processes === undefined };
}
