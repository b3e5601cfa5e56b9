import type { LogEvent } from './error-log/event.ts';
import { count, earliest, latest, list, newest, stated } from './error-log/facts/read.ts';
import { failedDialogues } from './error-log/failures/backends.ts';
import { readLog } from './error-log/read-log.ts';
import { secondsBetween } from './error-log/time.ts';
import { factParser } from './fact-parser.ts';
import { firstLinesOf, shareOf } from './lines.ts';

const entry = /^[>\s]*\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:.]{8,15} \d{4}\] ?\[\d+:\d+\] ?\[\w+\] /;

/** An excerpt of a few lines is explained as what it says of the backend; this format is for the log as a whole. */
const shortExcerpt = 30;
/** mod_jk opens its shared memory twice in one start, before it says that it is initialised. */
const longestStartSeconds = 60;

/** Failures of the shared memory in the last start: an earlier one may have been mended. */
function ofLastStart(failures: readonly LogEvent[], starts: readonly LogEvent[]): readonly LogEvent[] {
	const started = starts.findLast((event) => event.at !== null)?.at;
	if (typeof started !== 'string') return failures;
	return failures.filter(({ at }) => at === null || secondsBetween(at, started) <= longestStartSeconds);
}

/** mod_jk's own log: its shared memory, its workers and what the backends did. */
export const modJkLogParser = factParser({
	format: 'mod-jk-log',
	namespace: 'jk',
	facts: {
		lines: ['int', 'Lines that are not blank', 'sum'],
		version: ['string', 'Version of mod_jk that last started'],
		shmFailed: ['int', 'Lines in which the shared memory failed in the last start', 'sum'],
		shmFile: ['string', 'File of that shared memory'],
		shmErrno: ['int', 'Error number of that failure'],
		backendDown: ['int', 'Requests that no backend answered', 'sum'],
		protocolErrors: ['int', 'Requests answered in something else than AJP', 'sum'],
		backends: ['list', 'Addresses of the backends that failed, HOST:PORT', 'union'],
		backendErrnos: ['list', 'Error numbers of these failures', 'union'],
		wrongPortSignature: ['string', "First bytes of an answer that was not AJP, in hexadecimal; '4854' is HTTP"],
		reuseFalse: ['int', 'Connections that Tomcat ended after its answer, as it does when a secret is missing', 'sum'],
		unsupportedAttributes: ['list', 'Properties of workers that mod_jk does not know', 'union'],
		firstFailureAt: ['string', 'Time of the first request that failed', 'min'],
		lastFailureAt: ['string', 'Time of the last request that failed', 'max'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		return (lines.length <= shortExcerpt ? 0.8 : 0.97) * shareOf(lines, (line) => entry.test(line));
	},
	read: ({ text }) => {
		const { events, survey } = readLog(text);
		if (survey.headed === 0) return { facts: {} };
		const of = (kind: LogEvent['kind']): readonly LogEvent[] => events.filter((event) => event.kind === kind);
		const starts = of('jk-started');
		const shm = ofLastStart(of('jk-shm-failed'), starts);
		const dialogues = failedDialogues(events);
		const lines = dialogues.flatMap((dialogue) => dialogue.events);
		const down = dialogues.filter((dialogue) => !dialogue.protocol);
		const wrong = dialogues.filter((dialogue) => dialogue.protocol);
		return {
			facts: {
				lines: { value: survey.lines, lines: [], ranges: [{ firstLine: 1, lastLine: survey.physicalLines }] },
				version: latest(starts, (event) => event.detail.version),
				shmFailed: count(shm),
				shmFile: latest(shm, (event) => event.detail.file),
				shmErrno: latest(shm, (event) => event.errno),
				backendDown: stated(
					down.length,
					down.flatMap((dialogue) => dialogue.events),
				),
				protocolErrors: stated(
					wrong.length,
					wrong.flatMap((dialogue) => dialogue.events),
				),
				backends: list(lines, (event) => event.detail.address),
				backendErrnos: list(lines, (event) => event.errno),
				wrongPortSignature: latest(lines, (event) => event.detail.signature),
				reuseFalse: count(of('jk-reuse-refused')),
				unsupportedAttributes: list(of('jk-attribute-refused'), (event) => event.detail.attribute),
				firstFailureAt: earliest(lines),
				lastFailureAt: newest(lines),
			},
		};
	},
});
