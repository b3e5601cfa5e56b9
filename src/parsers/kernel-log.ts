import { isHttpd } from './error-log/failures/children.ts';
import { matchOutside } from './error-log/match.ts';
import { secondsBetween, timeIn } from './error-log/time.ts';
import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';
import { groupsIn } from './oom-groups.ts';

const time =
	'(?:\\[ *\\d+\\.\\d{3,6}\\] |\\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d [\\d:]{8} \\d{4}\\] |\\d{4}-\\d\\d-\\d\\dT[\\d:.,]+(?:Z|[+-]\\d\\d:?\\d\\d) |[A-Z][a-z]{2} [ \\d]\\d [\\d:]{8} )';
const dmesg = new RegExp(`^${time}(?!\\[|\\S+ \\S+\\[\\d+\\]: )`);
const journal = new RegExp(`^(?:${time}\\S+ )?kernel: `);
const complaint =
	/core_pattern|core_pipe_limit|fully qualified path|[Cc]ore ?dump (?:to|aborted|truncated)|[Ss]kipping core dump|RLIMIT_CORE|[Aa]borting core/;
/** `Pid 17(apache2) over core_pipe_limit`, and since Linux 6.11 `coredump: 17(apache2): over core_pipe_limit, skipping …`. */
const overPipeLimit = /(?:^|\s)(?:Pid |coredump: )(\d+)\([^)]{0,20}\):? over core_pipe_limit\b/;
const limitReached = /^.*Memory cgroup out of memory|killed as a result of limit of/;

/** An excerpt of a few lines that tell of httpd is explained as such; this format is for the log as a whole. */
const shortExcerpt = 30;
/** The kernel announces a kill and reports it at once; later it would be another. */
const oneKillSeconds = 60;

interface Kill {
	pid: number;
	name: string;
	readonly at: string | null;
	/** `MM-DDTHH:MM:SS` of syslog, which tells no year. */
	readonly day: string | null;
	/** For the limit of a control group, while the machine had memory left. */
	cgroup: boolean;
	readonly lines: number[];
}

const isSoonAfter = (before: string | null, at: string | null): boolean =>
	before === null || at === null || secondsBetween(before, at) <= oneKillSeconds;

const isKernelLine = (line: string): boolean => dmesg.test(line) || journal.test(line);

interface Choice extends Kill {
	/** Killed itself, or one of its children instead. */
	done: boolean;
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

function dayIn(line: string): string | null {
	const [, month = '', day = '', time] = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) /.exec(line) ?? [];
	const position = time === undefined ? -1 : months.indexOf(month);
	if (position < 0 || position % 3 > 0) return null;
	return `${String(position / 3 + 1).padStart(2, '0')}-${day.trim().padStart(2, '0')}T${time}`;
}

/** Announced and reported kills: the kernel may kill a child of the process that it chose, and may report nothing more. */
function killsOf(text: string): readonly Kill[] {
	const kills: Choice[] = [];
	let limited = false;
	for (const { number, text: line } of linesOf(text)) {
		if (line.includes('invoked oom-killer')) limited = false;
		limited ||= limitReached.test(line);
		const [match] = line.includes('rocess ') || line.includes('oom-kill:') ? matchOutside(line) : [];
		if (match?.kind !== 'oom-killed' && match?.kind !== 'oom-chosen') continue;
		const { victim, process = '' } = match.detail;
		const at = timeIn(line.slice(0, 40));
		const last = kills.at(-1);
		const open = last && !last.done && isSoonAfter(last.at, at) ? last : undefined;
		const day = at === null ? dayIn(line) : null;
		const kill = open ?? { pid: Number(victim), name: process, at, day, cgroup: false, lines: [], done: false };
		kill.lines.push(number);
		kill.cgroup ||= limited;
		kill.done = match.kind === 'oom-killed';
		if (kill.done) {
			kill.pid = Number(victim);
			kill.name = process;
			limited = false;
		}
		if (!open) kills.push(kill);
	}
	return kills;
}

/** What the kernel says: it alone tells of processes killed for memory, and why it wrote no core. */
export const kernelLogParser = factParser({
	format: 'kernel-log',
	namespace: 'kernelLog',
	facts: {
		lines: ['int', 'Lines of the kernel', 'sum'],
		oomKills: [
			'list',
			'Processes killed for memory as {pid, name, at, cgroup}; at is null without a date, and day tells what there is of it',
			'union',
		],
		oomKilledHttpd: ['int', 'Of these the ones of httpd', 'max'],
		oomGroups: [
			'list',
			'Whose memory ran out, of each kill for a control group, as {pid, group, peers}: its path and the processes listed in it',
			'union',
		],
		cgroupOom: ['bool', 'A process of httpd was killed for the limit of its control group', 'any'],
		segfaults: ['list', 'Faults that no handler took as {name, object, at}', 'union'],
		httpdSegfaults: ['int', 'Of these the ones of httpd: before its own handlers were in place', 'max'],
		pidsOverPipeLimit: ['list', 'Processes whose core was skipped because core_pipe_limit was reached', 'union'],
		coreComplaints: ['list', 'What the kernel says of cores that it did not write', 'union'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		const share = shareOf(lines, isKernelLine);
		return share === 0 ? 0 : (lines.length <= shortExcerpt ? 0.75 : 0.95) * share;
	},
	read: ({ text }) => {
		const lines = linesOf(text).filter((line) => isKernelLine(line.text));
		if (lines.length === 0) return { facts: {} };
		const kills = killsOf(text);
		const victims = kills.filter((kill) => isHttpd(kill.name));
		const limited = victims.filter((kill) => kill.cgroup);
		const faults = lines
			.filter(({ text: line }) => line.includes('segfault at') || line.includes('traps: '))
			.map(({ number, text: line }) => ({ number, at: timeIn(line.slice(0, 40)), match: matchOutside(line)[0] }))
			.filter(({ match }) => match?.kind === 'kernel-segfault');
		const ours = faults.filter(({ match }) => isHttpd(match?.detail.process));
		const complaints = lines.filter((line) => complaint.test(line.text));
		const skipped = lines.flatMap(({ number, text: line }) => {
			const pid = overPipeLimit.exec(line)?.[1];
			return pid === undefined ? [] : [{ number, pid: Number(pid) }];
		});
		const linesBehind = (some: readonly Kill[]): readonly number[] => some.flatMap((kill) => kill.lines);
		return {
			facts: {
				lines: reading(
					lines.length,
					lines.map((line) => line.number),
				),
				oomKills: reading(
					kills.map(({ pid, name, at, day, cgroup }) => ({ pid, name, at, cgroup, ...(day === null ? {} : { day }) })),
					linesBehind(kills),
				),
				oomGroups: groupsReading(text),
				oomKilledHttpd: reading(victims.length, linesBehind(victims)),
				cgroupOom: reading(limited.length > 0, linesBehind(limited)),
				segfaults: reading(
					faults.map(({ match, at }) => ({ name: match?.detail.process ?? '', object: match?.detail.object ?? null, at })),
					faults.map((fault) => fault.number),
				),
				httpdSegfaults: reading(
					ours.length,
					ours.map((fault) => fault.number),
				),
				pidsOverPipeLimit: reading(
					[...new Set(skipped.map(({ pid }) => pid))],
					skipped.map(({ number }) => number),
				),
				coreComplaints: reading(
					[...new Set(complaints.map((line) => line.text.replace(journal, '').replace(dmesg, '').trim()))],
					complaints.map((line) => line.number),
				),
			},
		};
	},
});

function groupsReading(text: string) {
	const groups = groupsIn(text);
	return reading(
		groups.map(({ pid, group, peers }) => ({ pid, group, peers })),
		groups.flatMap(({ lines }) => lines),
	);
}
