import { loadContent } from '../../src/cli/content.ts';
import { guidebookOf } from '../../src/cli/guidebook.ts';
import type { SessionEvent } from '../../src/domain/index.ts';
import { fold } from '../../src/session/index.ts';

const content = await loadContent();
const guidebook = guidebookOf(content);

export function trailOf(events: readonly SessionEvent[]): readonly string[] {
	return fold(events).trail;
}

/** Title of the step that a session is at; null before a flow was chosen. */
export function stepTitleOf(events: readonly SessionEvent[]): string | null {
	const { flow, trail } = fold(events);
	return content.flows.find(({ id }) => id === flow)?.steps[trail.at(-1) ?? '']?.title ?? null;
}

/** What a session has come to, however often it was begun. */
export function conclusionOf(events: readonly SessionEvent[]) {
	const state = fold(events);
	const { verdict, diagnoses, ruledOut } = guidebook.assessmentOf(state);
	const found = [...diagnoses, ...ruledOut].map(({ id, status, findings }) => ({
		...{ id, status },
		rules: findings.map(({ rule, statement }) => `${rule}: ${statement}`),
	}));
	const evidence = state.captured.map(({ evidence: each }) => `${each.collector} ${each.source} ${each.sha256}`);
	return { trail: state.trail, verdict, found, evidence: [...new Set(evidence)].sort() };
}
