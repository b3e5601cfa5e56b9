import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** One process as /proc tells it. `startTicks` tells two processes of one pid apart. */
export interface ProcessEntry {
	readonly pid: number;
	readonly parentPid: number;
	readonly state: string;
	readonly startTicks: string;
	readonly argv: readonly string[];
	/** Base name of the executable; empty for kernel threads and zombies. */
	readonly program: string;
}

/** What `read` returns, or null where the process went away meanwhile. */
function whileAlive<T>(read: () => T): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}

export function processEntry(pid: number): ProcessEntry | null {
	const stat = whileAlive(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
	if (stat === null) return null;
	// The command name in parentheses may hold blanks and parentheses itself.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const argv = whileAlive(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
	const executable = whileAlive(() => readlinkSync(`/proc/${pid}/exe`)) ?? '';
	return {
		pid,
		state: fields[0] ?? '',
		parentPid: Number(fields[1]),
		startTicks: fields[19] ?? '',
		argv: argv.split('\0').slice(0, -1),
		program: basename(executable.replace(/ \(deleted\)$/, '')),
	};
}

export function allProcesses(): ProcessEntry[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => processEntry(Number(name)))
		.filter((entry) => entry !== null);
}

/** Every httpd process, parent, child or orphan, that was started with exactly this configuration file. */
export function httpdsOf(config: string): ProcessEntry[] {
	return allProcesses().filter(({ program, argv }) => program === 'apache2' && argv.includes(config));
}

export function isAlive(pid: number, startTicks: string): boolean {
	const entry = processEntry(pid);
	return entry !== null && entry.startTicks === startTicks && entry.state !== 'Z';
}

/** Sends a signal; false where the process is gone already. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
	return whileAlive(() => process.kill(pid, name)) ?? false;
}

/** Whether a debugger holds the process. */
export function isTraced(pid: number): boolean {
	const status = whileAlive(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
	return /^TracerPid:\t[1-9]/m.test(status);
}

/** Name of the kernel's function that the process sleeps in; `0` or empty where the kernel does not tell. */
export function waitsIn(pid: number): string {
	return whileAlive(() => readFileSync(`/proc/${pid}/wchan`, 'utf8')) ?? '';
}
