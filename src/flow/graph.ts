import type { Flow, Step } from '../domain/index.ts';
import { waysOut } from './walk.ts';

/** A flow as Mermaid text: questions as rhombs, judgements as hexagons, leaves with round ends. */
export function flowGraph(flow: Flow): string {
	const steps = Object.values(flow.steps);
	return [
		'flowchart TD',
		`\tstart([${quoted(flow.symptom)}]) --> ${nameOf(flow.start)}`,
		...steps.map((step) => `\t${nameOf(step.id)}${boxOf(step)}`),
		...steps.flatMap((step) =>
			waysOut(step).map((way) => `\t${nameOf(step.id)} -->${way.because ? `|${quoted(way.because)}|` : ''} ${nameOf(way.next)}`),
		),
		'',
	].join('\n');
}

function boxOf(step: Step): string {
	const label = quoted(step.title);
	switch (step.kind) {
		case 'ask':
			return `{${label}}`;
		case 'judge':
			return `{{${label}}}`;
		case 'collect':
			return `[${label}]`;
		case 'diagnose':
		case 'hand-off':
			return `([${label}])`;
	}
}

/** Mermaid takes `end` and some letters before a line for words of its own: a prefix keeps ids apart from them. */
function nameOf(id: string): string {
	return `step_${id.replaceAll('-', '_')}`;
}

function quoted(text: string): string {
	return `"${text.trim().replaceAll('"', '#quot;').replaceAll('\n', ' ')}"`;
}
