import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';
import { counts } from './tally.ts';

const header = /^\s*key\s+semid\s+perms\s+nsems\s+uid\s+gid\s+cuid\s+cgid\s+otime\s+ctime\s*$/;
// The kernel prints the key as a signed decimal number.
const row = /^\s*(-?\d+)\s+(\d+)\s+([0-7]+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*$/;

/** The semaphore sets of the reader's IPC namespace, as the kernel lists them. */
export const sysvipcSemParser = factParser({
	format: 'sysvipc-sem',
	namespace: 'sem',
	facts: {
		sets: ['list', 'Sets as {semid, uid, cuid, perms (octal digits), nsems, otime, ctime (seconds since 1970, 0 never), key}'],
		count: ['int', 'Number of semaphore sets'],
		owners: ['map', 'Number of sets by owner, as {uid: sets}'],
		semaphores: ['int', 'Semaphores in all sets together'],
	},
	resemblance: (text) => (firstLinesOf(text).some((line) => header.test(line.text)) ? 1 : 0),
	read: ({ text }) => {
		const lines = linesOf(text);
		const head = lines.find((line) => header.test(line.text));
		if (!head) return { facts: {} };
		const sets = lines.flatMap((line) => {
			const found = row.exec(line.text);
			if (!found) return [];
			const [key = 0, semid = 0, , nsems = 0, uid = 0, , cuid = 0, , otime = 0, ctime = 0] = found.slice(1).map(Number);
			return [{ line: line.number, set: { semid, uid, cuid, perms: found[3] ?? '', nsems, otime, ctime, key } }];
		});
		const cited = [head.number, ...sets.map(({ line }) => line)];
		return {
			facts: {
				sets: reading(
					sets.map(({ set }) => set),
					cited,
				),
				count: reading(sets.length, cited),
				owners: reading(counts(sets.map(({ set }) => String(set.uid))), cited),
				semaphores: reading(
					sets.reduce((sum, { set }) => sum + set.nsems, 0),
					cited,
				),
			},
		};
	},
});
