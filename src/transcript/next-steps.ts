import type { Flow } from '../domain/index.ts';
import type { SessionState } from '../session/index.ts';
import type { Transcript } from './transcript.ts';

const most = 6;

/** What somebody who takes over does next, the most pressing first. */
export function nextSteps(
	state: SessionState,
	flow: Flow | undefined,
	transcript: Pick<Transcript, 'diagnoses' | 'missing' | 'outcome'>,
): readonly string[] {
	if (transcript.outcome === 'resolved') return ['Nothing: the session ended as resolved.'];
	const step = flow?.steps[state.trail.at(-1) ?? ''];
	const here = step === undefined ? [] : [stepText(step)];
	const open = transcript.diagnoses
		.filter((each) => !each.isRisk && each.status !== 'possible')
		.flatMap((each) => each.remedies.filter((remedy) => remedy.state === 'offered').slice(0, 2))
		.map((remedy) => `Consider (${remedy.kind}, ${remedy.risk}): ${remedy.title}`);
	const failed = transcript.diagnoses
		.flatMap((each) => each.remedies)
		.filter((remedy) => remedy.state === 'failed' || remedy.state === 'interrupted')
		.map((remedy) => `Look at the remedy that ${remedy.state === 'failed' ? 'failed' : 'was interrupted'}: ${remedy.title}`);
	const missing = transcript.missing.map(({ how }) => how);
	return [...failed, ...here, ...open, ...missing].slice(0, most);
}

function stepText(step: Flow['steps'][string]): string {
	switch (step.kind) {
		case 'ask':
			return `Answer: ${step.question}`;
		case 'collect':
			return `Collect: ${step.title}`;
		case 'judge':
			return `Judge: ${step.title}`;
		case 'diagnose':
			return `Act on the diagnosis: ${step.title}`;
		case 'hand-off':
			return step.text;
	}
}
