import type { Command } from 'commander';
import type { ResumeOptions } from '../actions/sessions.ts';
import { withPlainOption } from '../options.ts';

const actions = () => import('../actions/sessions.ts');

export function addSessions(program: Command): void {
	program
		.command('sessions')
		.description('list earlier sessions, the newest first')
		.action(async () => (await actions()).printSessions());
	const resuming = program
		.command('resume')
		.argument('[session]', 'id or its beginning; the newest one that is open when left out')
		.option('--from <file>', 'open a hand-off of somebody else, without the machine that it is about')
		.option('--watch', 'only look on while somebody else works in it')
		.option('--take-over', 'ask whoever works in it to leave, and go on there')
		.description('take up a session at the step where it was left');
	withPlainOption(resuming).action(async (session: string | undefined, options: ResumeOptions) =>
		(await actions()).resume(session, options),
	);
	program
		.command('verify')
		.argument('<session-or-file>', 'id of a session or its beginning, or a hand-off, an export or an archive')
		.description('tell whether a session or a file made of it was changed afterwards, and where first')
		.action(async (session: string) => (await actions()).verify(session));
}
