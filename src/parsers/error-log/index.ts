import { factParser } from '../fact-parser.ts';
import { abortFacts, readAborts } from './facts/aborts.ts';
import { backendFacts, readBackends } from './facts/backends.ts';
import { childFacts, readChildren } from './facts/children.ts';
import { limitFacts, readLimits } from './facts/limits.ts';
import { mutexFacts, readMutexes } from './facts/mutexes.ts';
import { readServer, serverFacts } from './facts/server.ts';
import { readStarts, startFacts } from './facts/starts.ts';
import { explanationOf } from './families.ts';
import { readLog } from './read-log.ts';
import { resemblance } from './resemblance.ts';
import { storyOf } from './story.ts';

/** Below this part of understood lines the text is prose, or something else that quotes a log. */
const leastUnderstood = 0.3;

/** The error log of httpd, what a failed start prints, and reports that quote either. */
export const errorLogParser = factParser({
	format: 'error-log',
	namespace: 'log',
	facts: {
		...serverFacts,
		...childFacts,
		...abortFacts,
		...mutexFacts,
		...limitFacts,
		...startFacts,
		...backendFacts,
	},
	resemblance,
	read: ({ text }) => {
		const story = storyOf(readLog(text));
		const { survey, understood } = story;
		const explanation = explanationOf(story.failures.all, story.codes);
		// An empty log says that it is empty, and no more: it may have been rotated a moment ago.
		if (survey.lines === 0) return { facts: { lines: { value: 0, lines: [] } }, explanation };
		if (understood === 0) return { facts: {}, partial: true, explanation };
		return {
			facts: {
				...readServer(story),
				...readChildren(story),
				...readAborts(story),
				...readMutexes(story),
				...readLimits(story),
				...readStarts(story),
				...readBackends(story),
			},
			partial: survey.cut || understood < survey.lines * leastUnderstood,
			// A tail that holds the last start, or what failed since, tells of the current run all that matters.
			complete: story.runs.lastStart !== undefined || story.currentFailures.length > 0,
			explanation,
		};
	},
});
