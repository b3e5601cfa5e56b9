import type { Command } from 'commander';
import type { ResumeOptions } from '../actions/sessions.ts';
import { type CommandWords, withPlainOption } from '../options.ts';

const actions = () => import('../actions/sessions.ts');

export function addSessions(program: Command, { sessions: m, options: shared }: CommandWords): void {
	program
		.command('sessions')
		.description(m.about)
		.action(async () => (await actions()).printSessions());
	const resuming = program
		.command('resume')
		.argument('[session]', m.session)
		.option('--from <file>', m.from)
		.option('--watch', m.watch)
		.option('--take-over', m.takeOver)
		.description(m.resume);
	withPlainOption(resuming, shared).action(async (session: string | undefined, options: ResumeOptions) =>
		(await actions()).resume(session, options),
	);
	program
		.command('verify')
		.argument('<session-or-file>', m.verified)
		.description(m.verify)
		.action(async (session: string) => (await actions()).verify(session));
}
