import { count } from '../count.ts';
import { problems } from '../problems/index.ts';
import { remedy } from './remedy.ts';
import { wholeLog } from './whole-log.ts';
import { watch } from './watch.ts';

const others = (more: number): string => (more > 0 ? ` (and ${more} more)` : '');

/** Sentences of the session and of the engine that runs it: what is on a screen whichever door shows it. */
export const session = {
	remedy,
	watch,
	wholeLog,
	problems,
	headline: {
		diagnosed: (title: string, module: string | null, more: number) =>
			`${title}${module === null ? '' : ` — ${module}`}${others(more)}`,
		healthy: (risks: number) =>
			risks > 0 ? `No failure found; ${count(risks, 'risk')} in the configuration` : 'No failure found',
		possible: (title: string) => `Not proved yet. Possible: ${title}`,
		unknown: 'The evidence does not tell the cause yet',
	},
	missing: {
		why: (articles: readonly string[], more: number) =>
			`It would help to decide: ${articles.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
		collector: (id: string, title: string) => `Run the collector ${id} (${title})`,
		noCollector: (facts: readonly string[]) => `No collector reads this; hand in evidence that states ${facts.join(', ')}`,
		unknownFact: (fact: string) => `${fact} is not known`,
		stating: (title: string, id: string) => `${title} (${id})`,
		noneStates: 'No collector states it; paste evidence that does.',
		fault: (rule: string, fault: string) => `Rule ${rule} cannot be judged: ${fault}`,
	},
	refused: {
		illegal: (intent: string) => `"${intent}" is not possible at this step.`,
		noFlow: (flow: string) => `There is no flow "${flow}".`,
		noCollector: (collector: string) => `There is no collector "${collector}".`,
		noAnswer: (option: string) => `"${option}" is not an answer to this question.`,
		noDebugger: 'There is nothing of that name to debug any more.',
		unresolved:
			'"Resolved" needs a remedy that was verified and watched without a new failure, or evidence that nothing is wrong.',
		noLine: (evidence: string) => `There is no such line in the evidence "${evidence}".`,
		noReason: 'Overriding the evidence needs a reason.',
	},
	warnings: {
		lostFlow: (flow: string) => `The flow "${flow}" of this session is not in this version; choose a symptom again.`,
		recurred: (wasTreated: boolean, statement: string) => `${wasTreated ? 'The remedy did not hold' : 'It fails'}: ${statement}`,
		knowledgeChanged: 'Flows or articles have changed since this session began: conclusions may differ.',
		lostText: (evidence: string) => `The text of evidence ${evidence} is missing or damaged; its facts were kept.`,
		stopped: (reason: string) => `Stopped, nothing more is run: ${reason}`,
	},
};
