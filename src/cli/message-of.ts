import { tellProblem } from '../catalogue/index.ts';
import type { Problem } from '../domain/index.ts';
import { language } from './language.ts';

/** What happened, in the language of the program. */
export function messageOf(problem: Problem): string {
	return tellProblem(problem, language.session.problems).message;
}
