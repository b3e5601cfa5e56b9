import { problemOf, tellProblem } from '../catalogue/index.ts';
import type { InteractiveEnd } from '../domain/index.ts';
import type { EffectContext, EffectOf } from './effects.ts';

/** Hands the terminal to a debugger until it ends. */
export async function debug({ request }: EffectOf<'debug'>, { target, terminal, signal, say, m }: EffectContext): Promise<void> {
	const { interact } = target;
	const end: InteractiveEnd =
		interact && terminal
			? await terminal.lend(() => interact(request, signal))
			: { exitCode: null, problem: problemOf('failed', 'noTerminal') };
	const told = end.problem && tellProblem(end.problem, m.problems);
	const problem = told && `${told.message}. ${told.advice}`;
	await say({ type: 'debugged', subject: request.id, exitCode: end.exitCode, problem });
}
