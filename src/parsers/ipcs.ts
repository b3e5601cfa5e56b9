import type { JsonValue } from '../domain/index.ts';
import { factParser, reading } from './fact-parser.ts';
import { unfoldedListing } from './ipcs-folded.ts';
import { semaphoreFigures } from './ipcs-limits.ts';
import { type SemaphoreSet, semaphoreTables } from './ipcs-semaphores.ts';
import { firstLinesOf, linesOf, shareOf, unquoted } from './lines.ts';
import { lsipcSets } from './lsipc-json.ts';
import { counts } from './tally.ts';

const telltale =
	/^-{6} \S.* -{6,8}$|\b(?:shm|msq|sem)id\s+\S|^T\s+ID\s+KEY\s+MODE\b|^IPC status from |^Semaphore Array semid=|^KEY +ID +PERMS +OWNER|^SEM(?:MNI|MSL) /i;
const row = /^0x[0-9a-f]+\s+\d+\s|^[smq]\s+\d+\s+\S+\s+[-rwaRSDC]{9,12}\s|^\d+\s+\S+\s+\d+\s+\d+$|^\d+(?:\s+\d+){4}$|=\s*\S/i;

/** A row of a table whose header was left out, as grep does. */
const bareRow = /^0x[0-9a-f]{8}\s+\d+\s+\S+\s+[0-7]{1,4}\s+\d+(?:\s|$)/i;

function resemblance(text: string): number {
	if (lsipcSets(text)) return 1;
	const lines = unfoldedListing(unquoted(firstLinesOf(text)));
	// The file below /proc has a format of its own.
	if (lines.some((line) => /\bcuid\s+cgid\s+otime\b/.test(line.text))) return 0;
	if (!lines.some((line) => telltale.test(line.text.trim()))) return 0.6 * shareOf(lines, (line) => bareRow.test(line));
	return 0.3 + 0.7 * shareOf(lines, (line) => telltale.test(line) || row.test(line));
}

/** What `ipcs -s -i ID` tells of one set; undefined where the text is no such answer. */
function detailOf(text: string): { readonly value: JsonValue; readonly lines: readonly number[] } | undefined {
	const lines = unquoted(linesOf(text));
	const first = lines.find((line) => /\bsemid\s*=\s*\d+/.test(line.text));
	if (!first) return undefined;
	const number = (name: string): number | null => {
		const found = new RegExp(`\\b${name}\\s*=\\s*(\\d+)`).exec(text)?.[1];
		return found === undefined ? null : Number(found);
	};
	const members = lines.flatMap((line) =>
		/^\d+(?:\s+\d+){4}$/.test(line.text.trim()) ? [line.text.trim().split(/\s+/).map(Number)] : [],
	);
	return {
		value: {
			semid: number('semid'),
			uid: number('uid'),
			cuid: number('cuid'),
			nsems: number('nsems'),
			waiting: members.reduce((sum, [, , ncount = 0, zcount = 0]) => sum + ncount + zcount, 0),
			lastPids: members.map(([, , , , pid = 0]) => pid),
		},
		lines: lines.filter((line) => line.number >= first.number && line.text.trim() !== '').map((line) => line.number),
	};
}

function totalOf(sets: readonly SemaphoreSet[]): number | undefined {
	return sets.every((set) => set.nsems !== null) ? sets.reduce((sum, set) => sum + (set.nsems ?? 0), 0) : undefined;
}

/** `ipcs` of util-linux in any language, of BSD, macOS and Solaris, and `lsipc`. */
export const ipcsParser = factParser({
	format: 'ipcs',
	namespace: 'ipcs',
	facts: {
		semaphoreArrays: ['int', 'Number of semaphore sets listed. Unknown where the output has no semaphore table'],
		semaphoreOwners: ['map', 'Number of semaphore sets by owner, as {owner: sets}'],
		totalSemaphores: ['int', 'Semaphores in all listed sets together'],
		sets: ['list', 'Semaphore sets as {semid, owner, perms, nsems, key}; only from a listing with keys'],
		limits: ['map', 'Kernel limits: maxArrays, maxSemaphoresPerArray, maxSemaphores, maxOps, maxValue'],
		usedArrays: ['int', 'Semaphore sets in use system-wide, from ipcs -u'],
		allocatedSemaphores: ['int', 'Semaphores allocated system-wide, from ipcs -u'],
		details: ['list', 'Sets described by ipcs -i as {semid, uid, cuid, nsems, waiting, lastPids}', 'union'],
	},
	resemblance,
	read: ({ text }) => {
		const lines = unfoldedListing(unquoted(linesOf(text)));
		const listed = lsipcSets(text);
		const { sets, tableLines } = listed ?? semaphoreTables(lines);
		const isListing = sets.length > 0 || tableLines.length > 0;
		const cited = [...tableLines, ...sets.map((set) => set.line)];
		const { usedArrays, allocatedSemaphores, ...limits } = semaphoreFigures(lines);
		const known = Object.entries(limits).flatMap(([name, figure]) => (figure ? [{ name, ...figure }] : []));
		const detail = detailOf(text);
		return {
			facts: {
				semaphoreArrays: isListing ? reading(sets.length, cited) : undefined,
				semaphoreOwners: isListing ? reading(counts(sets.map((set) => set.owner)), cited) : undefined,
				totalSemaphores: isListing ? reading(totalOf(sets), cited) : undefined,
				// The listings of creators and of times leave out most of a set.
				sets:
					isListing && sets.every(({ key }) => key !== null)
						? reading(
								sets.map(({ line: _line, ...set }) => set),
								cited,
							)
						: undefined,
				limits:
					known.length > 0
						? reading(
								Object.fromEntries(known.map(({ name, value }) => [name, value])),
								known.map(({ line }) => line),
							)
						: undefined,
				usedArrays: reading(usedArrays?.value, usedArrays ? [usedArrays.line] : []),
				allocatedSemaphores: reading(allocatedSemaphores?.value, allocatedSemaphores ? [allocatedSemaphores.line] : []),
				details: detail && reading([detail.value], detail.lines),
			},
		};
	},
});
