import type { JsonValue } from '../domain/index.ts';
import type { KnownLookup } from './derived.ts';
import { type Kill, killsOfHttpd, nearest } from './memory-kills.ts';

interface Death {
	readonly pid: number;
	readonly at: string | null;
}

/** The parent notices a dead child within a second, and writes it down. */
const sameMomentMs = 5000;

/**
 * Holds the kernel's kills against the children that the error log saw die of SIGKILL. The same pid is proof. Another pid
 * is another server, as long as the log covers that time; in a container, the kernel counts pids in its own way.
 */
export function matchOfKills(known: KnownLookup): JsonValue | undefined {
	const listed = known('kernelLog.oomKills')?.value;
	const kills = Array.isArray(listed) ? killsOfHttpd(listed) : [];
	if (kills.length === 0) return undefined;
	const deaths = known('log.killedChildren');
	const parent = known('log.parentPid')?.value;
	const killed = deathsOf(deaths?.value);
	if (known('unit.result')?.value === 'oom-kill') return 'ours';
	if (kills.some(({ pid }) => pid !== null && (pid === parent || killed.some((death) => death.pid === pid)))) return 'ours';
	const isMainLog = killed.length > 0 || typeof known('log.lastStartAt')?.value === 'string';
	if (deaths === undefined || deaths.partial || !isMainLog || parent === 1 || kills.some(({ pid }) => pid === null))
		return 'untold';
	const isAnother = (kill: Kill): boolean => isCovered(kill, known) && !killed.some((death) => isSameMoment(kill, death));
	return kills.every(isAnother) ? 'another' : 'unclear';
}

function deathsOf(value: JsonValue | undefined): readonly Death[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((each) => {
		if (typeof each !== 'object' || each === null || Array.isArray(each)) return [];
		const { pid, at } = each as { readonly [key: string]: JsonValue };
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
