import type { Process } from './process-table.ts';
import type { PsRow } from './ps-columns.ts';

const init = 1;

/**
 * The same processes with parents, where the listing tells none (`ps aux`): the master of a server is the one that has kept
 * root or leads its session, and its children were called as it was. Undefined where no master can be told from a child.
 */
export function withParents(rows: readonly PsRow[]): readonly Process[] | undefined {
	if (rows.every(({ ppid }) => ppid !== null)) return rows.map((row) => processOf(row, row.ppid ?? init));
	const masters = rows.filter((row) => row.leads || row.uid === 0);
	const found = rows.map((row) => {
		if (row.ppid !== null) return processOf(row, row.ppid);
		if (masters.includes(row)) return processOf(row, init);
		const own = masters.filter((master) => master.argv.join(' ') === row.argv.join(' '));
		// With several servers called alike, the nearest that is older.
		const master = own.findLast(({ pid }) => pid < row.pid) ?? own[0] ?? (masters.length === 1 ? masters[0] : undefined);
		return master && processOf(row, master.pid);
	});
	return found.every((each) => each !== undefined) ? found : undefined;
}

function processOf({ leads: _leads, ...row }: PsRow, ppid: number): Process {
	return { ...row, ppid };
}
