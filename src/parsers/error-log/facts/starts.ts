import type { FactSketch, Readings } from '../../fact-parser.ts';
import type { LogEvent } from '../event.ts';
import { opensslGeneration, opensslVersionOf } from '../../openssl-generation.ts';
import { isCause, portIsInUse } from '../failures/starts.ts';
import type { LogStory } from '../story.ts';
import { count, latest, list, stated } from './read.ts';

export const startFacts = {
	startFailures: ['int', 'Starts, restarts and checks of the configuration that failed', 'sum'],
	unexplainedStarts: ['int', 'Of these the ones of which the log holds only the end, which is a consequence', 'sum'],
	startConclusions: ['list', 'With what httpd, its control script or systemd ended those', 'union'],
	portInUse: ['int', 'Lines in which a port was taken', 'sum'],
	portsInUse: ['list', 'The taken addresses, IP:PORT', 'union'],
	bindDenied: ['int', 'Lines in which a port was not permitted', 'sum'],
	configErrors: ['int', 'Errors of the configuration, but for directories that a Mutex directive names', 'sum'],
	configErrorFile: ['string', 'File of the last one'],
	configErrorLine: ['int', 'Line of the last one'],
	configErrorText: ['string', 'What httpd says of the last one'],
	htaccessErrors: ['int', 'Requests refused for an error in an .htaccess file', 'sum'],
	htaccessFiles: ['list', 'Those files', 'union'],
	htaccessText: ['string', 'What httpd says of the last of them'],
	htaccessUnreadable: ['int', 'Requests refused because an .htaccess file could not be looked at (AH00529)', 'sum'],
	htaccessUnreadableFiles: ['list', 'Those files', 'union'],
	htaccessUnreadableErrnos: ['list', 'Error numbers of those lines', 'union'],
	badUser: ['int', 'Users and groups that do not exist or could not be taken', 'sum'],
	logOpenFailed: ['int', 'Logs that could not be opened', 'sum'],
	logOpenPath: ['string', 'The last of them'],
	logOpenErrnos: ['list', 'Error numbers of these', 'union'],
	pipedLogFailed: ['int', 'Logger programs that could not be started or that died', 'sum'],
	pipedLogCommand: ['string', 'The last of them'],
	opensslMismatch: ['int', 'Starts with an older OpenSSL than mod_ssl was built with', 'sum'],
	opensslOtherGeneration: [
		'int',
		'Of these the ones in which it is of an older generation (0.9.8, 1.0, 1.1, 3); unstated where a line does not tell the releases',
		'sum',
	],
	opensslBuilt: ['string', 'Release that mod_ssl was built with, of the last one'],
	opensslLoaded: ['string', 'Release that was loaded then'],
	tlsStartFailures: ['int', 'Lines in which mod_ssl refused to start', 'sum'],
	tlsStartTexts: ['list', 'What it said of the certificates, and OpenSSL to that', 'union'],
	dumpableFailed: ['int', 'Children that could not make themselves dumpable', 'sum'],
	jkShmFailed: ['int', 'Lines in which mod_jk had no shared memory', 'sum'],
	jkConfigFailed: ['int', 'Starts that mod_jk refused for its workers file', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

const permissionDenied = new Set([13, 10013]);

/** File and line of a configuration error: of the innermost file where included files are named in a row. */
function placeOf(event: LogEvent): { readonly file: string | null; readonly line: number | null; readonly text: string } {
	let { file = null, text = '' } = event.detail;
	let line = event.detail.line === undefined ? null : Number(event.detail.line);
	for (let inner = nested.exec(text); inner; inner = nested.exec(text)) {
		line = Number(inner[1]);
		file = inner[2] ?? null;
		text = inner[3] ?? '';
	}
	return { file, line, text };
}

/** Releases of one generation replace each other, as at an update of security; generations do not. */
function readOpenssl(events: readonly LogEvent[]) {
	const isTold = events.every(({ detail }) => detail.built !== undefined && detail.loaded !== undefined);
	const loaded = (event: LogEvent) =>
		event.detail.loaded === undefined ? undefined : opensslVersionOf(Number.parseInt(event.detail.loaded, 16));
	const others = events.filter((event) => opensslGeneration(event.detail.built ?? '') !== opensslGeneration(loaded(event) ?? ''));
	return {
		opensslMismatch: count(events),
		opensslOtherGeneration: isTold ? count(others) : undefined,
		opensslBuilt: latest(events, ({ detail }) => detail.built),
		opensslLoaded: latest(events, loaded),
	};
}

const nested = /^Syntax error on line (\d+) of (.{1,300}?): (.*)$/;

/** What stands on the same line as a configuration error, or on the next, is its reason. */
function isReasonOf(reason: LogEvent, error: LogEvent): boolean {
	return reason.firstLine >= error.firstLine && reason.firstLine <= error.lastLine + 1;
}

export function readStarts({ current, sinceStart, currentFailures, failures }: LogStory): Readings<typeof startFacts>['facts'] {
	const currentIndexes = new Set(currentFailures.map((failure) => failure.index));
	const attempts = failures.starts.filter((attempt) => currentIndexes.has(attempt.index));
	const unexplained = attempts.filter((attempt) => !attempt.events.some(isCause)).flatMap((attempt) => attempt.events);
	const binds = current('bind-failed');
	const taken = binds.filter(portIsInUse);
	const errors = current('config-error');
	const alone = current('config-reason');
	const reasons = errors.length > 0 ? errors : alone;
	const directories = current('mutex-directory-invalid');
	const counted = reasons.filter((event) => !directories.some((each) => isReasonOf(each, event)));
	const unreadable = current('htaccess-unreadable');
	const logs = current('log-open-failed');
	const loggers = current('piped-log-unstarted', 'piped-log-died');
	const tls = current('tls-start-failed');
	return {
		startFailures: stated(
			attempts.length,
			attempts.flatMap((attempt) => attempt.events),
		),
		unexplainedStarts: stated(attempts.filter((attempt) => !attempt.events.some(isCause)).length, unexplained),
		startConclusions: list(
			unexplained,
			(event) => [event.code, event.detail.said].filter((each) => each != null).join(' ') || null,
		),
		portInUse: count(taken),
		portsInUse: list(taken, (event) => event.detail.address),
		bindDenied: count(binds.filter((event) => event.errno !== null && permissionDenied.has(event.errno))),
		// A reason that another line parted from its error is not counted beside it, but would be without it.
		configErrors: stated(counted.length, errors.length > 0 && counted.length > 0 ? [...counted, ...alone] : counted),
		configErrorFile: latest(reasons, (event) => placeOf(event).file),
		configErrorLine: latest(reasons, (event) => placeOf(event).line),
		configErrorText: latest(reasons, (event) => placeOf(event).text),
		htaccessErrors: count(current('htaccess-error')),
		htaccessFiles: list(current('htaccess-error'), (event) => event.detail.file),
		htaccessText: latest(current('htaccess-error'), (event) => event.detail.text),
		htaccessUnreadable: count(unreadable),
		htaccessUnreadableFiles: list(unreadable, (event) => event.detail.file),
		htaccessUnreadableErrnos: list(unreadable, (event) => event.errno),
		badUser: count(current('bad-user')),
		logOpenFailed: count(logs),
		logOpenPath: latest(logs, (event) => event.detail.path),
		logOpenErrnos: list(logs, (event) => event.errno),
		pipedLogFailed: count(loggers),
		pipedLogCommand: latest(loggers, (event) => event.detail.command?.trim()),
		...readOpenssl(sinceStart('openssl-mismatch')),
		tlsStartFailures: count(tls),
		tlsStartTexts: list(tls.length > 0 ? current('tls-start-failed', 'tls-detail') : [], (event) => event.detail.text),
		dumpableFailed: count(current('dumpable-failed')),
		jkShmFailed: count(sinceStart('jk-shm-failed')),
		jkConfigFailed: count(current('jk-config-failed')),
	};
}
