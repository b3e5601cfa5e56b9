import { timeIn } from './time.ts';

/** What stands before the message of one line. */
export interface LineHead {
	/** `YYYY-MM-DDTHH:MM:SS`; null without a year. */
	readonly at: string | null;
	/** The time as written, fraction included, to tell repeats from new events. */
	readonly clock: string | null;
	readonly level: string | null;
	/** Empty where the C file that logs declares none. */
	readonly module: string | null;
	readonly pid: number | null;
	readonly tid: string | null;
	/** The number before the error text; for `(OS n)` that n. */
	readonly errno: number | null;
	readonly errorText: string | null;
	/** Program named by syslog or the journal; `kernel` for lines with the kernel's clock. */
	readonly program: string | null;
	/** Whether a log wrote the line: a time, a level, a pid or a program stands before the message. */
	readonly headed: boolean;
	/** Where the message begins. */
	readonly end: number;
}

interface Piece {
	/** Sticky; the reader sets where it starts. */
	readonly pattern: RegExp;
	readonly take: (groups: readonly (string | undefined)[]) => Partial<LineHead>;
}

const level = '(?:([\\w.-]*):)?(emerg|alert|crit|error|warn|notice|info|debug|trace[1-8])';
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})? \\d{4}';
const pid = 'pid (?:(\\d+)|\\*+)?(?::tid(?: (\\d+))?)?';

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
const timed = (clock: string | undefined): Partial<LineHead> => (clock === undefined ? {} : { clock, at: timeIn(clock) });
const skipped = (pattern: RegExp): Piece => ({ pattern, take: () => ({}) });

const inBrackets: readonly Piece[] = [
	{
		pattern: new RegExp(`\\[(${day})\\] \\[${level}\\] (?:\\[${pid}\\] )?`, 'y'),
		take: ([, clock, module, name, process, tid]) => ({
			...timed(clock),
			headed: true,
			module: module ?? null,
			level: name ?? null,
			pid: numberOf(process),
			tid: tid ?? null,
		}),
	},
	skipped(/\[(?:client|remote)(?: (?!AH\d)[^\]\s]+)?(?:\]\s*| )/y),
	{
		pattern: new RegExp(`\\[(${day}|\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,+ Z-]{8,32})\\]\\s*`, 'y'),
		take: ([, clock]) => ({ ...timed(clock), headed: true }),
	},
	{
		pattern: new RegExp(`\\[${level}\\]\\s*`, 'y'),
		take: ([, module, name]) => ({ headed: true, module: module ?? null, level: name ?? null }),
	},
	{
		pattern: new RegExp(`\\[(?:${pid}|(\\d+):(\\d+))(?:\\]\\s*| )`, 'y'),
		take: ([, process, tid, jkProcess, jkThread]) => ({
			headed: true,
			pid: numberOf(process ?? jkProcess),
			tid: tid ?? jkThread ?? null,
		}),
	},
	{ pattern: /\[ *\d+\.\d{6}\]\s*/y, take: () => ({ headed: true, program: 'kernel' }) },
	skipped(/\[[\w.-]{1,60}\.c(?:c|pp)?\(\d+\):?\]:?\s*/y),
	skipped(/\[(?=AH\d{5})/y),
];

const inParentheses: readonly Piece[] = [
	{
		pattern: /\((?:EAI |OS |os )?(-?\d{1,6}|0x[\da-f]{1,8})\)([A-Z](?:[^:\n]|:(?! )){0,160}): +/y,
		take: ([, errno, text]) => ({ errno: numberOf(errno), errorText: text ?? null }),
	},
];

const bare: readonly Piece[] = [
	skipped(/[\s>]+/y),
	skipped(/[\w.-]{1,60}\.c(?:c|pp)?\(\d+\): */y),
	skipped(/\w{1,60}::[\w.]{1,60} \(\d+\): */y),
];

const marks: readonly Piece[] = [
	skipped(/[\w.-]{0,40} *\| +|==> \S+ /y),
	{
		pattern:
			/([^\s\d[]{3,6} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?) \S+ ([\w./()-]+)(?:\[(\d+)\])?: +/y,
		take: ([, clock, program, process]) => ({ ...timed(clock), headed: true, program: program ?? null, pid: numberOf(process) }),
	},
	{
		pattern: /(apachectl|apache2ctl|apache2|httpd|systemd|kernel)(?:\[(\d+)\]|(?<=kernel)): +/y,
		take: ([, program, process]) => ({ headed: true, program: program ?? null, pid: numberOf(process) }),
	},
	{
		pattern: /(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*) +(?=[[(A-Z])/y,
		take: ([, clock]) => ({ ...timed(clock), headed: true }),
	},
];

const beforeHead = [...bare, ...marks];

/** The pieces that can begin with the character code; those of quotations and collectors only before any other part. */
export function headPieces(character: number, headed: boolean): readonly Piece[] {
	if (character === 0x5b) return inBrackets;
	if (character === 0x28) return inParentheses;
	return headed ? bare : beforeHead;
}
