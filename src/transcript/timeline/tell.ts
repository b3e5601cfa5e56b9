import type { SessionEvent, SessionEventType } from '../../domain/index.ts';
import type { EntryKind } from '../transcript.ts';

/** One event in words. */
export interface Told {
	readonly kind: EntryKind;
	readonly text: string;
	readonly command?: string;
	readonly evidence?: string;
}

type TitleOf = (step: string) => string;
type Tellers = {
	readonly [T in SessionEventType]?: (event: Extract<SessionEvent, { type: T }>, titleOf: TitleOf) => Told | null;
};

/** What an event is in the story; null for what nobody wants to read. */
export function tell(event: SessionEvent, titleOf: TitleOf): Told | null {
	const teller = tellers[event.type] as ((event: SessionEvent, titleOf: TitleOf) => Told | null) | undefined;
	return teller?.(event, titleOf) ?? null;
}

const operator = (text: string): Told => ({ kind: 'operator', text });
const remedy = (text: string): Told => ({ kind: 'remedy', text });

const tellers: Tellers = {
	'session-started': ({ start }) => ({ kind: 'session', text: `Session began on ${start.target.title}.` }),
	'session-resumed': () => ({ kind: 'session', text: 'Session was resumed.' }),
	'session-ended': ({ outcome }) => ({ kind: 'session', text: `Session ended: ${outcome}.` }),
	'flow-chosen': ({ flow }) => operator(`Symptom chosen: ${flow}.`),
	'step-entered': ({ step }, titleOf) => ({ kind: 'step', text: titleOf(step) }),
	answered: ({ option }) => operator(option === null ? 'Answered: "I don\'t know".' : `Answered: ${option}.`),
	skipped: ({ step }, titleOf) => operator(`Skipped: ${titleOf(step)}.`),
	'went-back': () => operator('Went back.'),
	consented: ({ risk, description }) => operator(`Consent (${risk}): ${description}.`),
	noted: ({ text }) => operator(`Note: ${text}`),
	overridden: ({ step, verdict, reason }, titleOf) =>
		operator(`The operator overrode "${titleOf(step)}" as ${verdict}: ${reason}`),
	judged: ({ step, verdict }, titleOf) => ({ kind: 'verdict', text: `"${titleOf(step)}": ${verdict}.` }),
	verified: ({ remedy: id, verdict, statement }) => ({
		kind: 'verdict',
		text: `Verification of ${id}: ${verdict}. ${statement}`,
	}),
	'collection-started': ({ risk, requests }) => ({ kind: 'command', text: `Ran (${risk})`, command: requests.join('; ') }),
	'collection-blocked': ({ collector, because }) => ({ kind: 'command', text: `Could not collect ${collector}: ${because}` }),
	'collection-finished': ({ collector, outcome }) =>
		outcome === 'stopped' ? { kind: 'command', text: `Stopped: ${collector}.` } : null,
	'evidence-captured': ({ evidence: { id, collector, problem, source, lines } }) => {
		if (problem?.kind === 'not-recorded') return null;
		const what = problem === null ? `Read ${lines} ${lines === 1 ? 'line' : 'lines'}` : `Not read: ${problem.message}`;
		// What a collector ran has just been told; what the operator brought has not.
		if (collector === 'operator') return { kind: 'evidence', text: what, command: source, evidence: id };
		return { kind: 'evidence', text: `${what} (${id})`, evidence: id };
	},
	'remedy-started': ({ diagnosis, remedy: id, undo }) =>
		remedy(`${undo ? 'Undoing' : 'Applying'} remedy ${id} for ${diagnosis}.`),
	'remedy-action-finished': ({ description, succeeded }) => remedy(`${succeeded ? 'Done' : 'Failed'}: ${description}`),
	'remedy-finished': ({ remedy: id, succeeded }) => remedy(`Remedy ${id} ${succeeded ? 'finished' : 'failed'}.`),
	'remedy-previewed': ({ remedy: id, undo, actions }) => ({
		...{ kind: 'remedy', text: `Showed what ${undo ? 'undoing ' : ''}the remedy ${id} would do` },
		command: actions.join('; '),
	}),
	'remedy-refused': ({ remedy: id, because }) => remedy(`Refused the remedy ${id}: ${because}`),
	'remedy-file-kept': ({ file: { path, sha256 } }) =>
		remedy(sha256 === null ? `Noted that ${path} does not exist.` : `Kept what ${path} holds (sha256 ${sha256.slice(0, 12)}).`),
	'remedy-file-restored': ({ path }) => remedy(`${path} is as it was before the remedy.`),
	'remedy-rollback-started': () => remedy('An action failed: what was done before it is taken back.'),
	'remedy-interrupted': ({ remedy: id }) => remedy(`The program was ended in the middle of the remedy ${id}.`),
	'watch-started': ({ watch }) => ({
		...{ kind: 'remedy', text: `Watching for ${Math.round(watch.seconds / 60)} minutes` },
		command: watch.requests.join('; '),
	}),
	recurred: ({ statement }) => ({ kind: 'verdict', text: `It failed again: ${statement}` }),
	watched: ({ statement }) => ({ kind: 'verdict', text: `The watch ended in silence: ${statement}` }),
	'watch-stopped': ({ because }) => remedy(`The watch was stopped: ${because}`),
	'drill-started': ({ folder }) => operator(`Began a drill: a test server of its own in ${folder} was broken on purpose.`),
	'drill-command-started': ({ command }) => ({ kind: 'command', text: 'The drill ran (mutating)', command }),
	'drill-command-finished': ({ succeeded, output }) =>
		succeeded ? null : { kind: 'command', text: `The command of the drill failed: ${output}` },
	'drill-ended': ({ leftovers }) => ({
		kind: 'session',
		text: leftovers.length === 0 ? 'Everything of the drill was removed.' : `Of the drill is left: ${leftovers.join(', ')}.`,
	}),
	'debug-started': ({ command, risk }) => ({ kind: 'command', text: `Talked to a debugger (${risk})`, command }),
	'debug-finished': ({ problem }) => (problem === null ? null : { kind: 'command', text: `The debugger: ${problem}` }),
};
