import type { Process } from './process-table.ts';

/** A call that only asks something or sends a signal and ends at once. It may look like a master, but has no children. */
function isErrand({ argv }: Process): boolean {
	const options = argv.slice(1);
	const signal = options[options.indexOf('-k') + 1] ?? '';
	return options.some((word) => /^-[tvVlLhSM]$/.test(word)) || (options.includes('-k') && signal !== 'start');
}

const isSingle = ({ argv }: Process): boolean =>
	argv.includes('-X') || argv.includes('-DONE_PROCESS') || argv.includes('ONE_PROCESS');

/** Which processes are masters, and which a dead master left behind. */
export function sortProcesses(processes: readonly Process[]) {
	const pids = new Set(processes.map((each) => each.pid));
	const childrenOf = (parent: Process) => processes.filter((each) => each.ppid === parent.pid);
	const parentPids = new Set(processes.map((each) => each.ppid));
	const tops = processes.filter((each) => !pids.has(each.ppid));
	const childless = tops.filter((each) => !parentPids.has(each.pid) && !isErrand(each));
	// Only a child gives up root. A childless process that has done so and does not serve alone is no master, and
	// below init it has outlived its own.
	const children = childless.filter((each) => each.uid !== 0 && !isSingle(each));
	const parents = tops.filter((each) => parentPids.has(each.pid) || (childless.includes(each) && !children.includes(each)));
	return { parents, orphans: children.filter((each) => each.ppid === 1), childrenOf };
}
