import { z } from 'zod';
import { factName, id, readShape, word } from '../authoring/index.ts';

const common = { title: word, why: word };

const step = z.discriminatedUnion('kind', [
	z.strictObject({
		...common,
		kind: z.literal('ask'),
		question: word,
		options: z.array(z.strictObject({ id, label: word, next: id })).min(1, 'must hold at least one option'),
		unknown: id,
	}),
	z.strictObject({
		...common,
		kind: z.literal('collect'),
		collectors: z.array(id).min(1, 'must name at least one collector'),
		next: id,
	}),
	z.strictObject({
		...common,
		kind: z.literal('judge'),
		rule: word,
		statement: word,
		confirmed: id,
		refuted: id,
		inconclusive: id,
	}),
	z.strictObject({ ...common, kind: z.literal('diagnose'), about: z.array(id) }),
	z.strictObject({ ...common, kind: z.literal('hand-off'), text: word }),
]);

const flow = z.strictObject({
	id,
	title: word,
	symptom: word,
	proposedWhen: word,
	start: id,
	steps: z.record(id, step),
	cases: z.array(
		z.strictObject({
			name: word,
			facts: z.record(factName, z.json()),
			answers: z.record(id, id).default({}),
			leaf: id,
			diagnoses: z.array(id),
		}),
	),
});

export type FlowShape = z.output<typeof flow>;

/** Checks the shape of a flow as it was read from YAML. */
export function readFlowShape(value: unknown): ReturnType<typeof readShape<FlowShape>> {
	return readShape(flow, value, { whole: 'The flow' });
}
