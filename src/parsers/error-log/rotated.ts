import { factParser } from '../fact-parser.ts';
import { earliest, newest, stated } from './facts/read.ts';
import { failuresOf } from './failures/index.ts';
import { primaryOf, summarise } from './families.ts';
import { readLog } from './read-log.ts';

/**
 * Error logs that were rotated away. What failed then is not what fails now, so nothing of it counts among the facts of
 * the error log: it only tells since when there has been trouble.
 */
export const rotatedErrorLogParser = factParser({
	format: 'rotated-error-log',
	namespace: 'rotatedLog',
	facts: {
		lines: ['int', 'Lines that are not blank', 'sum'],
		failures: ['int', 'Failures, whatever of', 'sum'],
		families: ['list', 'Their families, the gravest first', 'union'],
		primaryFamily: ['string', 'The gravest of them'],
		firstFailureAt: ['string', 'Time of the first failure', 'min'],
		lastFailureAt: ['string', 'Time of the last failure', 'max'],
	},
	// The text alone does not tell that it was rotated: only a collector knows.
	resemblance: () => 0,
	read: ({ text }) => {
		const { events, survey, understood } = readLog(text);
		if (understood === 0) return { facts: {} };
		const { all } = failuresOf(events);
		const lines = all.flatMap((failure) => failure.events);
		const families = summarise(all);
		return {
			facts: {
				lines: { value: survey.lines, lines: [], ranges: [{ firstLine: 1, lastLine: survey.physicalLines }] },
				failures: stated(all.length, lines),
				families: stated(
					families.map(({ family }) => family),
					lines,
				),
				primaryFamily: stated(all.length > 0 ? primaryOf(all, families) : undefined, lines),
				firstFailureAt: earliest(lines),
				lastFailureAt: newest(lines),
			},
			partial: survey.cut,
		};
	},
});
