import type { FactSketch, Readings } from '../../fact-parser.ts';
import { primaryOf, summarise } from '../families.ts';
import type { LogStory } from '../story.ts';
import { timeIn } from '../time.ts';
import { count, earliest, latest, newest, stated } from './read.ts';

export const serverFacts = {
	lines: ['int', 'Lines that are not blank', 'sum'],
	firstAt: ['string', 'Time of the first line', 'min'],
	lastAt: ['string', 'Time of the last line', 'max'],
	codes: ['list', 'Every AH code of the log, whatever run it belongs to', 'union'],
	banner: ['string', 'What the server said of itself when it last started'],
	serverVersion: ['string', 'Version of httpd in that banner'],
	modJkVersion: ['string', 'Version of mod_jk in that banner'],
	phpVersion: ['string', 'Version of PHP in that banner'],
	opensslVersion: ['string', 'Version of OpenSSL in that banner'],
	mpm: ['string', "'prefork', 'worker', 'event' or 'winnt'"],
	lastStartAt: ['string', 'Time of the last successful start or restart', 'max'],
	parentPid: ['int', 'Pid of the server that started last'],
	lastEvent: ['string', "What the log last says of the server: 'started', 'stopped', 'failed-start' or 'unknown'"],
	firstFailureAt: ['string', 'Time of the first failure of the current run', 'min'],
	lastFailureAt: ['string', 'Time of the last failure of the current run', 'max'],
	primaryFamily: ['string', 'The gravest family of failures of the current run'],
	currentFailures: ['int', 'Failures of the current run', 'sum'],
	currentFamilies: ['list', 'Their families, the gravest first', 'union'],
	oldFailures: ['int', 'Failures before the current run', 'sum'],
	oldFamilies: ['list', 'Their families', 'union'],
	oldLastAt: ['string', 'Time of the last of them', 'max'],
	uncleanEnds: ['int', 'Starts that found the pid file of a parent that did not end by itself', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

const mpmOfCode: Readonly<Record<string, string>> = { AH00163: 'prefork', AH00292: 'worker', AH00489: 'event', AH00455: 'winnt' };

function bannerFacts({ events, runs }: LogStory) {
	const banner = runs.lastStart?.detail.banner;
	const start = runs.lastStart ? [runs.lastStart] : [];
	const version = (product: string): string | undefined => new RegExp(`\\b${product}/([\\w.-]+)`, 'i').exec(banner ?? '')?.[1];
	return {
		banner: stated(banner, start),
		serverVersion: stated(version('Apache') ?? version('IBM_HTTP_Server'), start),
		modJkVersion: stated(version('mod_jk'), start),
		phpVersion: stated(version('PHP'), start),
		opensslVersion: stated(version('OpenSSL'), start),
		mpm: latest(events, (event) => mpmOfCode[event.code ?? ''] ?? /^mpm_(\w+)$/.exec(event.module ?? '')?.[1]),
	};
}

export function readServer(story: LogStory): Readings<typeof serverFacts>['facts'] {
	const { survey, runs, currentFailures, oldFailures } = story;
	const current = currentFailures.flatMap((failure) => failure.events);
	const old = oldFailures.flatMap((failure) => failure.events);
	const dated = [survey.firstDated, survey.lastDated].map((line) => timeIn(line ?? '')).filter((at) => at !== null);
	const times = [...dated, ...story.events.map((event) => event.at).filter((at) => at !== null)].sort();
	return {
		lines: { value: survey.lines, lines: [], ranges: [{ firstLine: 1, lastLine: survey.physicalLines }] },
		firstAt: stated(times[0]),
		lastAt: stated(times.at(-1)),
		codes: stated(story.codes),
		...bannerFacts(story),
		lastStartAt: newest(runs.lastStart ? [runs.lastStart] : []),
		parentPid: stated(runs.lastStart?.pid, runs.lastStart ? [runs.lastStart] : []),
		lastEvent: stated(runs.lastEvent, runs.lastWord ? [runs.lastWord] : []),
		firstFailureAt: earliest(current),
		lastFailureAt: newest(current),
		primaryFamily: stated(current.length > 0 ? primaryOf(currentFailures, summarise(currentFailures)) : undefined, current),
		currentFailures: stated(currentFailures.length, current),
		currentFamilies: stated(
			summarise(currentFailures).map(({ family }) => family),
			current,
		),
		oldFailures: stated(oldFailures.length, old),
		oldFamilies: stated(
			summarise(oldFailures).map(({ family }) => family),
			old,
		),
		oldLastAt: newest(old),
		uncleanEnds: count(story.sinceStart('unclean-end')),
	};
}
