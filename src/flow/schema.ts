import { z } from 'zod';
import type { YamlPath } from './yaml.ts';

const word = z.string().regex(/\S/, 'must not be empty');
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const factName = z.string().regex(/^[a-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*$/, 'must be a fact name such as log.childSignals');
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

/** What does not fit the shape, and where. */
export interface Misfit {
	readonly path: YamlPath;
	readonly message: string;
}

/** Checks the shape of a flow as it was read from YAML. */
export function readFlowShape(value: unknown): FlowShape | readonly Misfit[] {
	const outcome = flow.safeParse(value, { error: (issue) => (issue.input === undefined ? 'is missing' : undefined) });
	return outcome.success ? outcome.data : outcome.error.issues.flatMap(misfitsOf);
}

function misfitsOf(issue: z.core.$ZodIssue): readonly Misfit[] {
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			path: [...issue.path, key],
			message: `${nameOf([...issue.path, key])} is not known here`,
		}));
	}
	if (issue.code === 'invalid_key') {
		return issue.issues.map((inner) => ({ path: issue.path, message: `${nameOf(issue.path)} ${inner.message}` }));
	}
	return [{ path: issue.path, message: `${nameOf(issue.path)} ${issue.message}` }];
}

function nameOf(path: YamlPath): string {
	return path.length === 0 ? 'The flow' : `\`${path.map(String).join('.')}\``;
}
