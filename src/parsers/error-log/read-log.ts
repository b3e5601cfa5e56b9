import type { LogEvent } from './event.ts';
import { type LineHead, readHead } from './line.ts';
import { type Match, matchAnywhere, matchMessage, matchOutside } from './match.ts';
import { type LogRecord, type Survey, surveyRecords } from './records.ts';
import { undecorated } from './undecorated.ts';

/** Everything that was recognised in a log, in the order of its lines. */
export interface LogReading {
	readonly events: readonly LogEvent[];
	readonly survey: Survey;
	/** Lines that a log wrote or that say something. */
	readonly understood: number;
	/** Every AH code of the text, `AH00052`, sorted. */
	readonly codes: readonly string[];
}

/** Several entries that a form or a mail program joined to one line: each begins with a time and a further bracket. */
const entryStart = /(?=\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}\] ?\[)/;

/** No second entry begins before. */
const shortestEntry = 60;

const countedErrnos = new Set([12, 13, 24, 28]);
const errnoBefore = /\((?:OS )?(\d{1,6})\)([A-Z][^:]{0,160}): *$/;

/** At these levels httpd tells of what is normal at a restart in the same words as of a failure. */
const isChatter = (head: LineHead): boolean => head.level === 'debug' || (head.level?.startsWith('trace') ?? false);

/** httpd's words in the mouth of others: its source, its list of changes, the children of PHP's own server. */
const quotation = /\bAPLOGNO\(|\bAPLOG_MARK\b|\bap_log_\w*error\w* ?\(|^\s*\*\) |\[pool [\w.-]{1,60}\] child \d+ /;

function matchesIn(text: string, head: LineHead): readonly Match[] {
	const message = text.slice(head.end);
	if (isChatter(head)) return matchMessage(message).filter((match) => match.kind === 'accept-mutex-named');
	if (!head.headed) return quotation.test(message) ? [] : matchAnywhere(message);
	const found = matchMessage(message);
	if (found.length > 0) return found;
	const byHttpd = head.program === null && (head.level !== null || head.pid !== null);
	return byHttpd ? headMatches(head, message) : matchOutside(text);
}

/** What only the head tells: mod_ssl writes `emerg` when it refuses to start, and errno is worth counting on any line. */
function headMatches(head: LineHead, message: string): readonly Match[] {
	const code = /^(AH\d{5,6}):/.exec(message)?.[1] ?? null;
	const match = { code, detail: {}, index: 0, end: 0 };
	if (head.module === 'ssl' && head.level === 'emerg') return [{ ...match, kind: 'tls-start-failed' }];
	return head.errno !== null && countedErrnos.has(head.errno) ? [{ ...match, kind: 'system-error' }] : [];
}

function eventOf(match: Match, head: LineHead, message: string, record: LogRecord): LogEvent {
	const before = match.index > 0 ? errnoBefore.exec(message.slice(0, match.index)) : null;
	const own = match.detail.errno ?? (match.kind === 'system-error' && match.detail.text !== undefined ? '28' : before?.[1]);
	return {
		kind: match.kind,
		code: match.code,
		firstLine: record.firstLine,
		lastLine: record.lastLine,
		at: head.at,
		clock: head.clock,
		pid: head.pid,
		tid: head.tid,
		module: head.module,
		errno: own === undefined ? head.errno : Number(own),
		errorText: before?.[2] ?? head.errorText,
		detail: match.detail,
	};
}

function eventsOf(text: string, record: LogRecord): readonly LogEvent[] {
	const entries = text.lastIndexOf('[') > shortestEntry ? text.split(entryStart) : [text];
	return entries.flatMap((entry) => {
		const head = readHead(entry);
		return matchesIn(entry, head).map((match) => eventOf(match, head, entry.slice(head.end), record));
	});
}

const awaitsReason = (event: LogEvent | undefined): event is LogEvent =>
	event?.kind === 'config-error' && event.detail.text === '';

/** A syntax error names its file on one line and its reason, without any code, on the next. */
function withReason(error: LogEvent, record: LogRecord): LogEvent {
	const text = record.text.slice(readHead(record.text).end).trim();
	return { ...error, lastLine: record.lastLine, detail: { ...error.detail, text } };
}

/** Reads a log of any size in one pass. */
export function readLog(original: string): LogReading {
	const text = undecorated(original);
	const events: LogEvent[] = [];
	const codes = new Set<string>();
	let telling = 0;
	const take = (record: LogRecord): void => {
		for (const [code] of record.text.matchAll(/\bAH\d{5,6}\b/g)) codes.add(code);
		const joined = eventsOf(record.text, record);
		const found = joined.length === 0 && record.tight !== null ? eventsOf(record.tight, record) : joined;
		if (found.length > 0) telling += record.lastLine - record.firstLine + (record.headed ? 0 : 1);
		const last = events.at(-1);
		if (awaitsReason(last) && !found.some((event) => event.code !== null || event.kind === 'start-failed')) {
			events[events.length - 1] = withReason(last, record);
			events.push(...found.filter((event) => event.kind !== 'config-reason'));
		} else events.push(...found);
	};
	const survey = surveyRecords(text, take);
	for (const digits of survey.codes) codes.add(`AH${digits}`);
	return { events, survey, understood: survey.headed + telling, codes: [...codes].sort() };
}
