import { readFileSync, readlinkSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { causeOf, problemFor, problemOf } from '../catalogue/index.ts';
import type { Capture, ListProcessesRequest, Problem } from '../domain/index.ts';
import { type Watch, withinDeadline } from './deadline.ts';
import { plain } from './list-files.ts';
import { localTime } from './local-time.ts';
import { emptyCapture, pathProblem } from './problems.ts';
import { bootTime, type ProcessEntry, readProcess, startedSeconds } from './proc-table.ts';

/** Where the operating system keeps what is read, for tests of other systems. */
export interface ProcessSources {
	readonly proc: string;
	readonly passwd: string;
}

const header = 'pid\tppid\tuid\tuser\tstate\tstartedAt\texe\tcwd\targv\tstartedSeconds';
const here: ProcessSources = { proc: '/proc', passwd: '/etc/passwd' };

/** The processes of certain programs, sorted by pid. Paths that may not be read are `-`; a user without a name is its uid. */
export function listProcesses(request: ListProcessesRequest, signal: AbortSignal, sources = here): Promise<Capture> {
	return withinDeadline(request, signal, { doing: 'processes', what: [] }, (watch) => listAll(request, watch, sources));
}

async function listAll(request: ListProcessesRequest, watch: Watch, { proc, passwd }: ProcessSources): Promise<Capture> {
	const names = new Set(request.names.flatMap((name) => [name, shortName(name)]));
	let boot: number;
	let pids: number[];
	try {
		boot = await bootTime(proc);
		pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name)).map(Number);
	} catch (error) {
		const { kind, causes = [] } = pathProblem(error, 'read', proc);
		return emptyCapture(problemFor(kind, [causeOf('noProcesses'), ...causes]));
	}
	const users = await userNames(passwd);
	const lines = [header];
	for (const [index, pid] of pids.sort((left, right) => left - right).entries()) {
		if (index % looksAtOnce === looksAtOnce - 1) await otherWork();
		if (watch.interruption()) break;
		const entry = mayBeNamed(proc, pid, names) ? await readProcess(proc, pid) : null;
		if (entry && isNamed(entry, request.names) && usesConfig(entry, request)) lines.push(lineOf(entry, boot, users));
	}
	const text = lines.map((line) => `${line}\n`).join('');
	const kept = Buffer.byteLength(text) <= request.maxBytes ? text : firstBytes(text, request.maxBytes);
	const problem = watch.interruption() ?? (await hidden(proc)) ?? (kept === text ? null : tooMany(request.maxBytes));
	return { text: kept, spans: [], exitCode: null, durationMs: 0, truncated: problem !== null, problem };
}

/** Processes that are looked at before others have their turn. */
const looksAtOnce = 200;

/** What the kernel keeps of a name that a process gives itself. */
const shortName = (name: string): string => name.slice(0, 15);

/**
 * Whether a closer look is worth while, by what the kernel tells at once even of a process that hangs: most are of no
 * interest, and asking for each file of each takes longer than any command.
 */
function mayBeNamed(proc: string, pid: number, names: ReadonlySet<string>): boolean {
	const folder = `${proc}/${pid}`;
	const exe = told(() => posix.basename(readlinkSync(`${folder}/exe`).replace(/ \(deleted\)$/, '')));
	if (exe !== null && names.has(exe)) return true;
	const name = told(() => readFileSync(`${folder}/comm`, 'utf8').trimEnd());
	return name === null || names.has(name);
}

function told(ask: () => string): string | null {
	try {
		return ask();
	} catch {
		return null;
	}
}

/** By the file that runs, or by the name that the process has given itself where the file cannot be seen. */
function isNamed(entry: ProcessEntry, names: readonly string[]): boolean {
	const program = entry.exe === null ? null : posix.basename(entry.exe);
	return names.some((name) => name === program || shortName(name) === entry.name);
}

/** Children carry the arguments of their parent, so orphans are found, too. */
function usesConfig(entry: ProcessEntry, { config, isDefaultConfig }: ListProcessesRequest): boolean {
	if (config === null) return true;
	const flag = entry.argv.findIndex((word) => word.startsWith('-f'));
	const word = entry.argv[flag];
	if (word === undefined) return isDefaultConfig && entry.argv.length > 0;
	return (word === '-f' ? entry.argv[flag + 1] : word.slice(2)) === config;
}

function lineOf(entry: ProcessEntry, boot: number, users: ReadonlyMap<number, string>): string {
	const user = users.get(entry.uid) ?? String(entry.uid);
	const { pid, ppid, uid, state, startTicks, exe, cwd, argv } = entry;
	const paths = [exe, cwd].map((path) => (path === null ? '-' : plain(path)));
	const started = startedSeconds(boot, startTicks);
	return [pid, ppid, uid, user, state, localTime(started), ...paths, JSON.stringify(argv), started].join('\t');
}

async function userNames(passwd: string): Promise<ReadonlyMap<number, string>> {
	const text = await readFile(passwd, 'utf8').catch(() => '');
	const entries = text.split('\n').map((line) => line.split(':'));
	// As getpwuid does, the first name of a uid wins.
	return new Map(entries.reverse().flatMap(([name, , uid]) => (name && uid ? [[Number(uid), name] as const] : [])));
}

/** With hidepid, others' processes are not there at all, and an absent httpd would look like a stopped one. */
async function hidden(proc: string): Promise<Problem | null> {
	if (await readProcess(proc, 1)) return null;
	return problemOf('not-permitted', 'hiddenProcesses', { proc });
}

function tooMany(maxBytes: number): Problem {
	return problemOf('output-cap', 'manyProcesses', { bytes: maxBytes });
}

function firstBytes(text: string, maxBytes: number): string {
	const bytes = Buffer.from(text);
	return bytes.subarray(0, bytes.lastIndexOf(0x0a, Math.max(0, maxBytes - 1)) + 1).toString('utf8');
}
