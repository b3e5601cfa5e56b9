import { z } from 'zod';
import type { Complaint } from './complaint.ts';
import type { YamlPath } from './yaml.ts';

export const word = z.string().regex(/\S/, 'must not be empty');
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
export const factName = z
	.string()
	.regex(/^[a-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*$/, 'must be a fact name such as log.childSignals');

interface Words {
	/** What the value as a whole is called. */
	readonly whole: string;
	/** Complains of an issue that the schema words for programmers; null leaves it to the usual words. */
	readonly own?: (issue: z.core.$ZodIssue, nameOf: (path: YamlPath) => string) => Complaint | null;
}

/** Checks a value as it was read from YAML: the shape that it has, or what does not fit it and where. */
export function readShape<Shape>(
	schema: z.ZodType<Shape>,
	value: unknown,
	{ whole, own }: Words,
): { readonly shape: Shape } | { readonly misfits: readonly Complaint[] } {
	const nameOf = (path: YamlPath): string => (path.length === 0 ? whole : `\`${path.map(String).join('.')}\``);
	const misfitsOf = (issue: z.core.$ZodIssue): readonly Complaint[] => {
		const complaint = own?.(issue, nameOf);
		if (complaint) return [complaint];
		const { path } = issue;
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({ path: [...path, key], message: `${nameOf([...path, key])} is not known here` }));
		}
		const messages = issue.code === 'invalid_key' ? issue.issues.map((inner) => inner.message) : [issue.message];
		return messages.map((message) => ({ path, message: `${nameOf(path)} ${message}` }));
	};
	const outcome = schema.safeParse(value, { error: (issue) => (issue.input === undefined ? 'is missing' : undefined) });
	return outcome.success ? { shape: outcome.data } : { misfits: outcome.error.issues.flatMap(misfitsOf) };
}
