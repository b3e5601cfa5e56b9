import { type Cause, errorText, type Problem, ProblemError } from '../domain/index.ts';
import { problems } from './english/problems/index.ts';
import type { SessionMessages } from './catalogue.ts';

type Problems = typeof problems;
type ProblemWords = SessionMessages['problems'];
type Values<Id extends keyof Problems> = Parameters<Problems[Id]['message']>;

/** What happened, by its id among the problems of the catalogue. */
export function causeOf<Id extends keyof Problems>(id: Id, ...values: Values<Id>): Cause {
	const [given = {}] = values as readonly [Cause['values']?];
	return { id, values: given };
}

/** A problem to be recorded: told in English like any log, and as what can be told in every language. */
export function problemOf<Id extends keyof Problems>(kind: Problem['kind'], id: Id, ...values: Values<Id>): Problem {
	return problemFor(kind, [causeOf(id, ...values)]);
}

/** A problem of several causes; the first one says what to do. */
export function problemFor(kind: Problem['kind'], causes: readonly Cause[]): Problem {
	return { kind, ...(told(causes, problems) ?? { message: '', advice: '' }), causes };
}

/** A problem in the words of a catalogue. One of another version, whose causes are not known here, stays as it was told. */
export function tellProblem(problem: Problem, words: ProblemWords): Pick<Problem, 'message' | 'advice'> {
	return told(problem.causes ?? [], words) ?? problem;
}

/** An error in the words of a catalogue, or in its own where it has no problem. */
export function tellError(error: unknown, words: ProblemWords): string {
	if (error instanceof ProblemError) return tellProblem(error.problem, words).message;
	return errorText(error);
}

/** Why something was thrown: by the causes of its problem, or in the words of the system or of a library. */
export function causesOf(error: unknown): readonly Cause[] {
	const causes = error instanceof ProblemError ? error.problem.causes : undefined;
	return causes ?? [causeOf('said', { reason: errorText(error) })];
}

/** What a target is called: only having none has a name in words. */
export function tellTarget({ uri, title }: { readonly uri: string; readonly title: string }, words: ProblemWords): string {
	return uri === 'none' ? words.noTarget.message() : title;
}

interface Sentence {
	readonly message: (values: unknown) => string;
	readonly advice: (values: unknown) => string;
}

function told(causes: readonly Cause[], words: ProblemWords): Pick<Problem, 'message' | 'advice'> | null {
	const sentences = words as unknown as Readonly<Record<string, Sentence>>;
	const [first] = causes;
	if (first === undefined || causes.some(({ id }) => !Object.hasOwn(sentences, id))) return null;
	return {
		message: causes.map(({ id, values }) => sentences[id]?.message(values)).join('; '),
		advice: sentences[first.id]?.advice(first.values) ?? '',
	};
}
