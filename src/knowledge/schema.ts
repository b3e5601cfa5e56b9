import { z } from 'zod';
import { factName, id, readShape, word } from '../authoring/index.ts';

const words = z.array(word).default([]);
const path = z.string().regex(/^[/{]/, 'must be an absolute path');

const argv = z.tuple([word], z.string());

const action = z.preprocess(
	withKind,
	z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('run'), run: argv, undo: argv.optional() }),
		z.strictObject({ kind: z.literal('run-each'), runEach: argv, over: factName }),
		z.strictObject({
			kind: z.literal('write'),
			write: path,
			content: z.string(),
			mode: z
				.string('must be a quoted octal number such as "0644"')
				.regex(/^0[0-7]{3}$/, 'must be a quoted octal number such as "0644"')
				.default('0644'),
		}),
		z.strictObject({ kind: z.literal('remove'), remove: path }),
		z.strictObject({ kind: z.literal('instruct'), instruct: word }),
	]),
);

const remedy = z.strictObject({
	id,
	title: word,
	kind: z.enum(['mitigation', 'fix']),
	risk: z.enum(['read', 'intrusive', 'mutating']),
	precondition: word.nullable().default(null),
	actions: z.array(action).min(1, 'must hold at least one action'),
	undo: z.array(action).default([]),
	verification: z
		.strictObject({ collectors: z.array(id), rule: word, statement: word })
		.nullable()
		.default(null),
});

const rule = z.strictObject({
	id,
	when: word,
	makes: z.enum(['confirmed', 'likely', 'possible', 'ruled-out']),
	statement: word,
});

const frontMatter = z.strictObject({
	id,
	title: word,
	kind: z.enum(['diagnosis', 'guide']),
	risk: z.boolean().default(false),
	culprit: z
		.strictObject({ module: factName, function: factName.nullable().default(null), file: factName.nullable().default(null) })
		.nullable()
		.default(null),
	each: z.strictObject({ namespace: word, by: factName }).nullable().default(null),
	replaces: z.array(id).default([]),
	rules: z.array(rule).default([]),
	remedies: z.array(remedy).default([]),
	affected: words,
	sources: z
		.array(
			z.strictObject({
				title: word,
				url: z
					.url({ protocol: /^https?$/ })
					.nullable()
					.default(null),
			}),
		)
		.default([]),
	owner: word,
	lastVerified: z.iso.date('must be a date such as 2026-11-21'),
});

export type ArticleShape = z.output<typeof frontMatter>;
export type ActionShape = z.output<typeof action>;

/** Checks the shape of front matter as it was read from YAML. */
export function readArticleShape(value: unknown): ReturnType<typeof readShape<ArticleShape>> {
	return readShape(frontMatter, value, {
		whole: 'The front matter',
		own: ({ code, path }, nameOf) => {
			if (code !== 'invalid_union') return null;
			const action = path.slice(0, -1);
			const kinds = 'run: […], runEach: […], write: …, remove: … or instruct: …';
			return { path: action, message: `${nameOf(action)} must be one of ${kinds}` };
		},
	});
}

const actionKinds: Readonly<Record<string, string>> = {
	run: 'run',
	runEach: 'run-each',
	write: 'write',
	remove: 'remove',
	instruct: 'instruct',
};

/** An action is known by the key that it has. */
function withKind(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const key = Object.keys(actionKinds).find((each) => Object.hasOwn(value, each));
	return key === undefined ? value : { ...value, kind: actionKinds[key] };
}
