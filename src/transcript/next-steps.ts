import { say, type TranscriptMessages } from '../catalogue/index.ts';
import type { Flow } from '../domain/index.ts';
import type { SessionState } from '../session/index.ts';
import type { Transcript } from './transcript.ts';

const most = 6;

/** What somebody who takes over does next, the most pressing first. */
export function nextSteps(
	state: SessionState,
	flow: Flow | undefined,
	m: TranscriptMessages,
	transcript: Pick<Transcript, 'diagnoses' | 'missing' | 'outcome'>,
): readonly string[] {
	if (transcript.outcome === 'resolved') return [m.next.nothing];
	const step = flow?.steps[state.trail.at(-1) ?? ''];
	const here = step === undefined ? [] : [stepText(step, m.next)];
	const open = transcript.diagnoses
		.filter((each) => !each.isRisk && each.status !== 'possible')
		.flatMap((each) => each.remedies.filter((remedy) => remedy.state === 'offered').slice(0, 2))
		.map((remedy) => m.next.consider(say(m.kinds, remedy.kind), say(m.riskNames, remedy.risk), remedy.title));
	const failed = transcript.diagnoses
		.flatMap((each) => each.remedies)
		.filter((remedy) => remedy.state === 'failed' || remedy.state === 'interrupted')
		.map((remedy) => (remedy.state === 'failed' ? m.next.failed : m.next.interrupted)(remedy.title));
	const missing = transcript.missing.map(({ how }) => how);
	return [...failed, ...here, ...open, ...missing].slice(0, most);
}

function stepText(step: Flow['steps'][string], m: TranscriptMessages['next']): string {
	switch (step.kind) {
		case 'ask':
			return m.answer(step.question);
		case 'collect':
			return m.collect(step.title);
		case 'judge':
			return m.judge(step.title);
		case 'diagnose':
			return m.diagnose(step.title);
		case 'hand-off':
			return step.text;
	}
}
