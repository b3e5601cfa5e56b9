import type { Line } from './lines.ts';
import { isoOfCtime } from './local-time.ts';

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

const fullRow =
	/^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+([A-Z])\S*\s+([A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d+ \d\d:\d\d:\d\d \d{4})\s+(\S.*)$/;
const familiarRow = /^\s*(\S+)\s+(\d+)\s+(\d+)\s+\d+\s+\S+\s+\S+\s+[\d:-]+\s+(\S.*)$/;

const words = (command: string): readonly string[] => command.trim().split(/\s+/);
const programOf = (argv: readonly string[]): string | null => (argv[0]?.startsWith('/') ? argv[0] : null);

/** A row of `ps -o pid,ppid,uid,user,stat,lstart,args` or of `ps -ef`. */
function printed(line: Line): Process | undefined {
	const [, pid, ppid, uid, user, state, started = '', command = ''] = fullRow.exec(line.text) ?? [];
	if (pid !== undefined) {
		const argv = words(command);
		const startedAt = isoOfCtime(started) ?? null;
		return {
			pid: Number(pid),
			ppid: Number(ppid),
			uid: Number(uid),
			user: told(user),
			state: told(state),
			startedAt,
			startedSeconds: null,
			exe: programOf(argv),
			cwd: null,
			argv,
			line: line.number,
		};
	}
	const [, owner = '', id, parent, rest = ''] = familiarRow.exec(line.text) ?? [];
	if (id === undefined) return undefined;
	const argv = words(rest);
	const isNumber = /^\d+$/.test(owner);
	return {
		pid: Number(id),
		ppid: Number(parent),
		uid: isNumber ? Number(owner) : owner === 'root' ? 0 : null,
		user: isNumber ? null : owner,
		state: null,
		startedAt: null,
		startedSeconds: null,
		exe: programOf(argv),
		cwd: null,
		argv,
		line: line.number,
	};
}

/** The name of the program without its directory and the marks that ps and the kernel add. */
function programName({ exe, argv }: Pick<Process, 'exe' | 'argv'>): string {
	const path = (exe ?? argv[0] ?? '').replace(/ \(deleted\)$/, '').replace(/:$/, '');
	return path.slice(path.lastIndexOf('/') + 1);
}

const httpdNames = /^(?:httpd(?:[-.][\w.-]+)?|apache2|apache)$/;

/** All rows of a process listing; undefined where the text is none. Of what ps prints, only those of httpd. */
export function processTable(
	lines: readonly Line[],
): { readonly header: number | null; readonly processes: readonly Process[] } | undefined {
	const tab = lines.find((line) => [tabHeader, fullHeader].includes(line.text.trim()));
	if (tab) return { header: tab.number, processes: lines.flatMap((line) => tabbed(line) ?? []) };
	const header = lines.find((line) =>
		/^\s*(?:UID\s+PID\s+PPID\s+C\s+STIME|PID\s+PPID\s+UID\s+USER\s+STAT?\s+STARTED)\b/.test(line.text),
	);
	const processes = lines.flatMap((line) => printed(line) ?? []).filter((each) => httpdNames.test(programName(each)));
	return header || processes.length > 0 ? { header: header?.number ?? null, processes } : undefined;
}
