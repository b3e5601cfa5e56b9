import { type JsonValue, recordsIn } from '../domain/index.ts';
import type { KnownLookup } from './derived.ts';
import { type Kill, killsOfHttpd, nearest } from './memory-kills.ts';

interface Death {
	readonly pid: number;
	readonly at: string | null;
}

/** The parent notices a dead child within a second, and writes it down. */
const sameMomentMs = 5000;

/**
 * Whose the httpd is that the kernel killed. httpd 2.4 does not log that a child died of SIGKILL, so its silence says nothing:
 * the same pid in its log, or its parent among the processes of the group that ran out of memory, is proof; another group or,
 * where the log does tell of such deaths, another pid is another server. In a container, the kernel counts pids in its own way.
 */
export function matchOfKills(known: KnownLookup): JsonValue | undefined {
	const kills = killsOfHttpd(known('kernelLog.oomKills')?.value);
	if (kills.length === 0) return undefined;
	const deaths = known('log.killedChildren');
	const parents = ['log.parentPid', 'httpd.parentPid'].flatMap((name) => known(name)?.value ?? []);
	const killed = deathsOf(deaths?.value);
	const groups = groupsOf(known('kernelLog.oomGroups')?.value);
	const groupOf = (kill: Kill): Group | undefined => groups.find(({ pid }) => pid === kill.pid);
	const hasOurParent = (kill: Kill): boolean =>
		groupOf(kill)?.peers.some((pid) => parents.includes(pid)) === true && isOfThisRun(kill, known);
	if (known('unit.result')?.value === 'oom-kill') return 'ours';
	if (kills.some(({ pid }) => pid !== null && (parents.includes(pid) || killed.some((death) => death.pid === pid))))
		return 'ours';
	if (kills.some(hasOurParent)) return 'ours';
	if (deaths === undefined || deaths.partial || parents.includes(1) || kills.some(({ pid }) => pid === null)) return 'untold';
	const isElsewhere = (kill: Kill): boolean => parents.length > 0 && isForeign(groupOf(kill), parents);
	if (killed.length === 0) return kills.every(isElsewhere) ? 'another' : 'untold';
	const isAnother = (kill: Kill): boolean => isCovered(kill, known) && !killed.some((death) => isSameMoment(kill, death));
	return kills.every(isAnother) ? 'another' : 'unclear';
}

interface Group {
	readonly pid: number;
	readonly group: string;
	readonly peers: readonly JsonValue[];
}

function groupsOf(value: JsonValue | undefined): readonly Group[] {
	return recordsIn(value).flatMap(({ pid, group, peers }) => {
		return typeof pid === 'number' && typeof group === 'string' && Array.isArray(peers) ? [{ pid, group, peers }] : [];
	});
}

/** A container beside this server, whose parent has a pid of the host; or a list of processes without that parent. */
function isForeign(group: Group | undefined, parents: readonly JsonValue[]): boolean {
	if (group === undefined) return false;
	if (group.peers.length > 0) return !group.peers.some((pid) => parents.includes(pid));
	return /\b(?:docker|kubepods|libpod|lxc|containerd|crio|machine)\b/.test(group.group);
}

/** A pid is given out again some day: what was killed before the last start was another server's process. */
function isOfThisRun({ at }: Kill, known: KnownLookup): boolean {
	const start = known('log.lastStartAt')?.value;
	const time = at === null || typeof start !== 'string' ? null : nearest(at, start);
	return time === null || typeof start !== 'string' || time >= start;
}

function deathsOf(value: JsonValue | undefined): readonly Death[] {
	return recordsIn(value).flatMap(({ pid, at }) => {
		return typeof pid === 'number' ? [{ pid, at: typeof at === 'string' ? at : null }] : [];
	});
}

/** The log would show it: it goes on after that time, or belongs to a server that has run ever since. */
function isCovered({ at }: Kill, known: KnownLookup): boolean {
	const [begin, last, started] = ['log.lastStartAt', 'log.lastAt', 'httpd.startedAt'].map((name) => known(name)?.value);
	const first = begin ?? known('log.firstAt')?.value;
	if (at === null || typeof first !== 'string' || typeof last !== 'string') return false;
	const time = nearest(at, last);
	// Children of an earlier run are not listed.
	if (time === null || time < first) return false;
	return time <= last || (known('httpd.running')?.value === true && typeof started === 'string' && started < time);
}

function isSameMoment(kill: Kill, death: Death): boolean {
	const time = kill.at === null || death.at === null ? null : nearest(kill.at, death.at);
	if (time === null || death.at === null) return true;
	return Math.abs(Date.parse(`${time}Z`) - Date.parse(`${death.at}Z`)) <= sameMomentMs;
}
