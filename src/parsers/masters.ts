import { factParser, reading } from './fact-parser.ts';
import { linesOf } from './lines.ts';
import { type Process, processTable } from './process-table.ts';
import { sortProcesses } from './process-tree.ts';

/** The accounts that the children of a master have; empty while one of them has not given up root yet. */
function runUids(children: readonly Process[]): readonly number[] {
	const uids = children.map((child) => child.uid);
	if (uids.some((uid) => uid === null || uid === 0)) return [];
	return [...new Set(uids.filter((uid) => uid !== null))].sort((one, other) => one - other);
}

/**
 * Every httpd of the machine, not only the one that was asked for: what one server may clean up depends on all that
 * share its account.
 */
export const mastersParser = factParser({
	format: 'httpd-masters',
	namespace: 'masters',
	facts: {
		count: ['int', 'Number of master processes of any httpd'],
		list: [
			'list',
			'Masters as {pid, uid, runUids (of its children; empty where not known), startedSeconds (since 1970, or null)}',
		],
		leftBehind: ['list', 'Children whose master is gone, as {pid, uid}: they may still use its semaphores'],
	},
	// The same text as of one server: only a collector knows that it shows all.
	resemblance: () => 0,
	read: ({ text }) => {
		const table = processTable(linesOf(text));
		if (!table || table.isUntold) return { facts: {}, partial: true };
		const living = table.processes.filter((each) => !/^[ZX]/.test(each.state ?? ''));
		const { parents, childrenOf } = sortProcesses(living);
		const families = parents.flatMap((parent) => [parent, ...childrenOf(parent)]);
		// Whoever is their new parent; a call that only asks something has not given up root.
		const leftBehind = living.filter((each) => !families.includes(each) && each.uid !== 0);
		return {
			facts: {
				count: reading(
					parents.length,
					parents.map((each) => each.line),
				),
				list: reading(
					parents.map((parent) => ({
						pid: parent.pid,
						uid: parent.uid,
						runUids: runUids(childrenOf(parent)),
						startedSeconds: parent.startedSeconds,
					})),
					families.map((each) => each.line),
				),
				leftBehind: reading(
					leftBehind.map(({ pid, uid }) => ({ pid, uid })),
					leftBehind.map((each) => each.line),
				),
			},
		};
	},
});
