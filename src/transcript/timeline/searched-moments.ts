import type { TranscriptMessages } from '../../catalogue/index.ts';
import { fieldsOf } from '../../domain/index.ts';
import { timeOf } from './log-time.ts';
import type { CapturedText, ServerMoment } from './moment.ts';

/** What the search of a whole log tells: when each kind of failure was first seen, and how often it came since. */
export function momentsOfSearch({ evidence, facts }: CapturedText, { story }: TranscriptMessages): readonly ServerMoment[] {
	const told = facts.find((fact) => fact.name === 'wholeLog.byFamily')?.value;
	return Object.entries(fieldsOf(told)).flatMap(([family, value]): readonly ServerMoment[] => {
		const { count, firstAt, lastAt } = fieldsOf(value);
		const first = typeof firstAt === 'string' ? timeOf(firstAt, 1970) : null;
		if (first === null || typeof lastAt !== 'string') return [];
		return [{ ...first, kind: 'burst', text: story.searched(family, Number(count), lastAt), evidence: evidence.id }];
	});
}
