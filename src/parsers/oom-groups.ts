import { linesOf } from './lines.ts';

/** A kill because a control group, not the machine, ran out of memory. */
export interface MemoryGroup {
	/** Of the process that was killed. */
	readonly pid: number;
	/** Path of the group, such as `/system.slice/apache2.service`. */
	readonly group: string;
	/** Every process that the kernel listed in that group; none where it printed no list. */
	readonly peers: readonly number[];
	readonly lines: readonly number[];
}

const begin = /\binvoked oom-killer\b/;
/** A row of the list of tasks: pid in brackets, then uid, tgid, total_vm and rss. */
const task = /\[ *(\d+)\] +\d+ +\d+ +\d+ +\d+ /;
/** One summary line, since Linux 4.19; the group of the task is below or is the one whose limit was reached. */
const chosen = /\boom-kill:constraint=CONSTRAINT_MEMCG,.{0,2000}?task_memcg=([^,\n]{1,1000}),task=[^,\n]{0,60},pid=(\d+)/;

export function groupsIn(text: string): readonly MemoryGroup[] {
	const groups: MemoryGroup[] = [];
	let peers: number[] = [];
	let lines: number[] = [];
	for (const { number, text: line } of linesOf(text)) {
		if (begin.test(line)) {
			peers = [];
			lines = [];
			continue;
		}
		const listed = task.exec(line)?.[1];
		if (listed !== undefined) {
			peers.push(Number(listed));
			lines.push(number);
			continue;
		}
		const [, group, pid] = chosen.exec(line) ?? [];
		if (group === undefined) continue;
		groups.push({ pid: Number(pid), group, peers, lines: [...lines, number] });
		peers = [];
		lines = [];
	}
	return groups;
}
