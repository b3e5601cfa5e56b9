import { readFile, readlink } from 'node:fs/promises';

/** What procfs says of one process. */
export interface ProcessEntry {
	readonly pid: number;
	readonly ppid: number;
	/** The effective user, whose rights count. */
	readonly uid: number;
	/** One letter, such as R, S, D, T or Z. */
	readonly state: string;
	/** Clock ticks from the start of the machine to the start of the process. */
	readonly startTicks: number;
	/** At most 15 bytes of the name that the process gives itself. */
	readonly name: string;
	/** Path of the program without ` (deleted)`; null where it may not be read, and for kernel threads and zombies. */
	readonly exe: string | null;
	readonly cwd: string | null;
	readonly argv: readonly string[];
}

/** Linux tells user space in hundredths of a second on every architecture that httpd is run on. */
const ticksPerSecond = 100;

/** One process; null when it is gone or hidden from this user. */
export async function readProcess(proc: string, pid: number): Promise<ProcessEntry | null> {
	const folder = `${proc}/${pid}`;
	try {
		const [stat, status, cmdline] = await Promise.all(
			['stat', 'status', 'cmdline'].map((name) => readFile(`${folder}/${name}`, 'utf8')),
		);
		if (!stat || status === undefined || cmdline === undefined) return null;
		const [exe, cwd] = await Promise.all([link(`${folder}/exe`), link(`${folder}/cwd`)]);
		// The name is in parentheses and may hold parentheses and blanks itself.
		const end = stat.lastIndexOf(')');
		const fields = stat.slice(end + 2).split(' ');
		return {
			pid,
			ppid: Number(fields[1]),
			uid: Number(/^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1]),
			state: fields[0] ?? '?',
			startTicks: Number(fields[19]),
			name: stat.slice(stat.indexOf('(') + 1, end),
			exe: exe?.replace(/ \(deleted\)$/, '') ?? null,
			cwd: cwd?.replace(/ \(deleted\)$/, '') ?? null,
			argv: cmdline === '' ? [] : cmdline.replace(/\0$/, '').split('\0'),
		};
	} catch {
		return null;
	}
}

async function link(path: string): Promise<string | null> {
	return readlink(path).catch(() => null);
}

/** Seconds since 1970 at which the machine started. Rejects where there is no procfs. */
export async function bootTime(proc: string): Promise<number> {
	const found = /^btime (\d+)$/m.exec(await readFile(`${proc}/stat`, 'utf8'));
	if (!found) throw Object.assign(new Error(`${proc}/stat has no btime`), { code: 'ENOENT' });
	return Number(found[1]);
}

/** When a process was started, in seconds since 1970: both parts are cut off, so it is never later than the truth. */
export function startedSeconds(boot: number, startTicks: number): number {
	return boot + Math.floor(startTicks / ticksPerSecond);
}
