import { kindOfCode } from './codes.ts';
import { messageUnion } from './match.ts';

const openBracket = 0x5b;
const closeBracket = 0x5d;
const openParenthesis = 0x28;
const colon = 0x3a;
const upperA = 0x41;
const lowerA = 0x61;
const lowerZ = 0x7a;
const space = 0x20;
const longestBracket = 200;
/** A longer line may hold several that a form or a mail program joined. */
const longestSingle = 700;

/** Where in the source the message was written: httpd at debug level, mod_jk always. */
const origin = /(?:[\w.-]{1,60}\.c(?:c|pp)?\(\d+\)|\w{1,60}::[\w.]{1,60} \(\d+\)): */y;

/** The time of a further entry on the same line. */
const laterEntry = /\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} /;

/** Words one of which stands in every line that could matter, wherever the line comes from. */
const hints = new RegExp(
	[
		'AH\\d{5}|exit signal|exited with status|a Fatal error|seg fault or|MPM run|killed successively|Segmentation fault|Bus error|Aborted',
		'segfault at|traps: |\\) \\[0x|corrupt|free\\(\\)|alloc\\(\\)|munmap_chunk|unlink_chunk|malloc_consolidate|smashing|buffer overflow',
		'ssertion|terminate called|allocation failed|nesting level|call stack size|tack overflow|oom-kill|OOM killer|oomd|rocess \\d',
		'mutex|Mutex|_lock|ccept lock|RewriteLock|-process lock|semaphore|cache lock|setting, consider|within MinSpare|scoreboard is|access scoreboard',
		'Unable to|ap_thread_create|configured -- res|shutting down|shutdown|restart|Restart|newer library|set dumpable|piped|Ignoring param',
		"make_sock|on line \\d|document config|onfiguration|Invalid command|into server|htaccess|bad user|bad group|log file|error.log|Action '",
		'SSL Library|Init: |SSL-aware|Oops, no|initialis|shm:|shared memory|worker properties|AJP|ajp_|message format|disabling worker',
		'connect to|connection to|opening socket|tomcat|Tomcat|Service error|PHP Module is|ran out of threads|code=|Failed with result|The Apache|LSB: |Job for|\\((?:12|13|24|28)\\)[A-Z]|No space left',
	].join('|'),
);

/** Whether any part of the text, whatever stands in front of it, could matter. */
export function holdsHint(text: string): boolean {
	return hints.test(text);
}

/** The place after the bracket that begins at the place, and after the blanks behind it; the same place where it is open. */
function afterBracket(text: string, start: number, end: number): number {
	const last = Math.min(end, start + longestBracket);
	let at = start + 1;
	while (at < last && text.charCodeAt(at) !== closeBracket) at++;
	if (at >= last) return start;
	at++;
	while (at < end && text.charCodeAt(at) === space) at++;
	return at;
}

function afterBrackets(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && text.charCodeAt(at) === openBracket && text.charCodeAt(at + 1) !== upperA) {
		const next = afterBracket(text, at, end);
		if (next === at) break;
		at = next;
	}
	return at;
}

/** Where the message begins behind the brackets: after the place in the source, or in a bracket of its own. */
function messageAt(text: string, at: number): number {
	const first = text.charCodeAt(at);
	if (first === openBracket) return at + 1;
	if (first < lowerA || first > lowerZ) return at;
	origin.lastIndex = at;
	return origin.test(text) ? origin.lastIndex : at;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const head =
	/\[(?:\d{4}-\d\d-\d\d|[\w-]*:?(?:emerg|alert|crit|error|warn|notice|info|debug|trace[1-8])\]|pid |client |\d+:\d+\]| *\d+\.\d{6}\])/y;

/** Whether the bracket at the place begins the head of a log: mostly `[Sat `. */
export function beginsHead(text: string, at: number): boolean {
	if (text.charCodeAt(at + 4) === space && text.charCodeAt(at + 8) === space) return true;
	head.lastIndex = at;
	return head.test(text);
}

/** The number of an error: of the system, or marked as one of Windows or of the resolver. */
const errno = /\((?:(?:EAI|OS|os) )?-?\d/y;

/** The digits of `AHnnnnn:` at the place, or an empty text. */
function codeAt(text: string, at: number): string {
	if (text.charCodeAt(at) !== upperA || text.charCodeAt(at + 1) !== 0x48) return '';
	let last = at + 2;
	while (isDigit(text.charCodeAt(last))) last++;
	const digits = last - at - 2;
	return (digits === 5 || digits === 6) && text.charCodeAt(last) === colon ? text.slice(at + 2, last) : '';
}

/**
 * Whether the line that begins with a bracket could matter, told from where its message begins: the one question that is
 * asked of every line of a log, so it looks at as few characters as it can. Codes that it passes are added to `codes`.
 */
export function bracketedMayMatter(text: string, start: number, end: number, codes: Set<string>): boolean {
	if (end - start > longestSingle && laterEntry.test(text.slice(start + 1, end))) return true;
	const first = afterBracket(text, start, end);
	const bracketed = afterBrackets(text, first, end);
	// The kernel's log has a time and no more in front of a message; an ErrorLogFormat may leave a bracket open.
	const unclosed = text.charCodeAt(bracketed) === openBracket && text.charCodeAt(bracketed + 1) !== upperA;
	if (bracketed === first || unclosed) return holdsHint(text.slice(start, end));
	const at = messageAt(text, bracketed);
	if (text.charCodeAt(at) === openParenthesis) {
		errno.lastIndex = at;
		if (errno.test(text)) return true;
	}
	const code = codeAt(text, at);
	if (code !== '') {
		codes.add(code);
		return kindOfCode(Number(code)) !== undefined || text.slice(start, at).includes('emerg]');
	}
	messageUnion.lastIndex = at;
	return messageUnion.test(text);
}
