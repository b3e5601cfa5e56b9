import { count } from '../count.ts';
import { states } from '../states.ts';
import { problems } from '../problems/index.ts';
import { hidden } from './hidden.ts';
import { story } from './story.ts';

/** Sentences of what is exported of a session. */
export const transcript = {
	...states,
	problems,
	hidden,
	story,
	/** As the `lang` of a page. */
	language: 'en',
	outcomes: { open: 'open', resolved: 'resolved', 'handed-off': 'handed-off', left: 'left' },
	places: { session: 'the session itself', report: 'the report itself' },
	headings: {
		summary: 'Summary',
		seen: 'What else was seen',
		known: 'Known',
		ruledOut: 'Ruled out',
		open: 'Open',
		next: 'Next',
		notes: 'Notes',
		timeline: 'Timeline',
		evidence: 'Evidence',
		hidden: 'What was hidden',
		proof: 'Proof',
		remedies: 'Remedies',
		undo: 'Undo:',
		done: 'What was done:',
	},
	session: (id: string, outcome: string) => `Session: ${id} (${outcome})`,
	target: (target: string) => `Target: ${target}`,
	period: (from: string, to: string, zone: string) => `From ${from} to ${to} (${zone})`,
	maker: (version: string) => `httpd-medic ${version}; what is secret or tells who and where is masked`,
	unknownZone: "UTC; the server's zone is not known, its times are taken as UTC",
	isRisk: (status: string) => `a risk, ${status}`,
	RiskOf: (status: string) => `A risk, ${status}`,
	culprit: 'culprit',
	ruledOutCount: (number: number) => `ruled out: ${number}`,
	openCount: (number: number) => `still open: ${number}`,
	moreLines: (number: number) => `and ${number} more lines`,
	afterwards: (statement: string, verdict: string | null) => `Afterwards: ${statement}${verdict === null ? '' : ` (${verdict})`}`,
	lines: (number: number) => `${number} lines`,
	exit: (code: number) => `exit ${code}`,
	truncated: 'truncated',
	leftOut: (lines: number) => `… ${count(lines, 'line')} left out …`,
	moreOutput: (lines: number) => `… ${lines} more lines …`,
	charactersLeftOut: (characters: number) => `… ${characters} characters left out`,
	summary: {
		where: (target: string, session: string, outcome: string) => `${target}, session ${session} (${outcome})`,
		period: (from: string, to: string, zone: string) => `${from} to ${to} ${zone}`,
		more: (number: number) => `and ${number} more`,
		nothing: 'nothing',
	},
	next: {
		nothing: 'Nothing: the session ended as resolved.',
		consider: (kind: string, risk: string, title: string) => `Consider (${kind}, ${risk}): ${title}`,
		failed: (title: string) => `Look at the remedy that failed: ${title}`,
		interrupted: (title: string) => `Look at the remedy that was interrupted: ${title}`,
		answer: (question: string) => `Answer: ${question}`,
		collect: (title: string) => `Collect: ${title}`,
		judge: (title: string) => `Judge: ${title}`,
		diagnose: (title: string) => `Act on the diagnosis: ${title}`,
	},
	narrow: {
		noSteps: 'This session has no steps yet.',
		noSuchStep: (step: string, known: readonly string[]) =>
			`This session was never at the step "${step}"; its steps are ${known.join(', ')}.`,
	},
	leaks: {
		known: (mask: string, isEncoded: boolean) => `the value that is hidden as ${mask} elsewhere${isEncoded ? ' (encoded)' : ''}`,
		suspected: (start: string, characters: number, word: string) => `"${start}…" (${characters} characters) beside "${word}"`,
	},
};
