import { factParser, type Reading, reading } from './fact-parser.ts';
import { firstLinesOf, type Line, linesOf, shareOf } from './lines.ts';

const value = '(unlimited|\\d+)';

/** A row of /proc/PID/limits or of prlimit. */
function row(
	lines: readonly Line[],
	procName: string,
	prlimitName: string,
): { soft: number; hard: number; line: number } | undefined {
	const pattern = new RegExp(`^(?:${procName}|${prlimitName}\\s.*?)\\s+${value}\\s+${value}(?:\\s|$)`);
	for (const { number, text } of lines) {
		const [, soft, hard] = pattern.exec(text.trim()) ?? [];
		if (soft !== undefined && hard !== undefined) {
			return { soft: amount(soft), hard: amount(hard), line: number };
		}
	}
	return undefined;
}

const amount = (text: string): number => (text === 'unlimited' ? -1 : Number(text));

/** A shell's `ulimit -a` row: bash puts the unit and the option behind the name, others the option before it. */
const shellRow = new RegExp(
	`^(?:-([a-zA-Z]): [^()]+?(?:\\(([\\w-]+)\\))?|[a-zA-Z][a-zA-Z -]+? +\\((?:([\\w-]+), )?-([a-zA-Z])\\))\\s+${value}$`,
);
const bytesOf: Readonly<Record<string, number>> = { kbytes: 1024, blocks: 1024, '512-blocks': 512, '512-bytes': 512 };

/** What a shell calls by one letter, which is the soft limit of all that it starts. */
function shellLimit(lines: readonly Line[], option: string): Reading<number> | undefined {
	for (const { number, text } of lines) {
		const [, first, unit, otherUnit, last, count] = shellRow.exec(text.trim()) ?? [];
		if ((first ?? last) !== option || count === undefined) continue;
		const limit = amount(count);
		return reading(limit < 0 ? limit : limit * (bytesOf[unit ?? otherUnit ?? ''] ?? 1), [number]);
	}
	return undefined;
}

const anyRow =
	/^Limit\s+Soft Limit\s+Hard Limit|^Max [a-z ]+\s+(?:unlimited|\d+)\s+(?:unlimited|\d+)|^RESOURCE\s+DESCRIPTION\s+SOFT|^[A-Z]{2,10}\s.*\s(?:unlimited|\d+)\s+(?:unlimited|\d+)(?:\s[a-z]+)?$/;

/** Resource limits of one process. Of several processes the first one counts. */
export const processLimitsParser = factParser({
	format: 'process-limits',
	namespace: 'limits',
	facts: {
		coreSoft: ['int', 'Largest core file in bytes, soft limit; -1 unlimited'],
		coreHard: ['int', 'Largest core file in bytes, hard limit; -1 unlimited'],
		openFilesSoft: ['int', 'Open files, soft limit; -1 unlimited'],
		processesSoft: ['int', 'Processes and threads of the user, soft limit; -1 unlimited'],
		fileSizeSoft: ['int', 'Largest file in bytes, soft limit; -1 unlimited'],
		stackSoft: ['int', 'Stack of the main thread in bytes, soft limit; -1 unlimited'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		const shell = shareOf(lines, (line) => shellRow.test(line));
		if (shell > 0.5) return shell;
		if (!lines.some((line) => /^(?:Limit\s+Soft Limit|RESOURCE\s+DESCRIPTION\s+SOFT|Max core file size\s)/.test(line.text)))
			return 0;
		return 0.3 + 0.7 * shareOf(lines, (line) => anyRow.test(line));
	},
	read: ({ text }) => {
		const lines = linesOf(text);
		const soft = (procName: string, prlimitName: string, option: string): Reading<number> | undefined => {
			const found = row(lines, procName, prlimitName);
			return found ? reading(found.soft, [found.line]) : shellLimit(lines, option);
		};
		const core = row(lines, 'Max core file size', 'CORE');
		return {
			facts: {
				coreSoft: soft('Max core file size', 'CORE', 'c'),
				coreHard: core && reading(core.hard, [core.line]),
				openFilesSoft: soft('Max open files', 'NOFILE', 'n'),
				processesSoft: soft('Max processes', 'NPROC', 'u'),
				fileSizeSoft: soft('Max file size', 'FSIZE', 'f'),
				stackSoft: soft('Max stack size', 'STACK', 's'),
			},
		};
	},
});
