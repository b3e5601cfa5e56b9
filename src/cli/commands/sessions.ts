import type { Command } from 'commander';
import { exitCode } from '../../headless/index.ts';
import { listSessions, verifySession } from '../../store/index.ts';
import { loadContent } from '../content.ts';
import { type PlainOption, withPlainOption } from '../options.ts';
import { print } from '../output.ts';
import { runSession } from '../wizard.ts';
import { openWorkshop, sessionNamed } from '../workshop.ts';

export function addSessions(program: Command): void {
	program.command('sessions').description('list earlier sessions, the newest first').action(list);
	const resuming = program
		.command('resume')
		.argument('[session]', 'id or its beginning; the newest one that is open when left out')
		.description('take up a session at the step where it was left');
	withPlainOption(resuming).action(resume);
	program.command('verify').argument('<session>').description('tell whether a session was changed afterwards').action(verify);
}

async function list(): Promise<void> {
	const workshop = await openWorkshop(await loadContent());
	const sessions = await listSessions(workshop.base);
	if (sessions.length === 0) print('No sessions yet.\n');
	for (const { id, target, flow, ended, damage, startedAt } of sessions) {
		const when = startedAt === null ? '' : new Date(startedAt * 1000).toLocaleString('sv');
		print(
			`${id}  ${when}  ${(ended ?? 'open').padEnd(10)} ${target?.title ?? '?'}  ${flow ?? 'first look'}${damage === null ? '' : `  (${damage})`}\n`,
		);
	}
}

async function resume(session: string | undefined, { plain }: PlainOption): Promise<void> {
	await runSession({ kind: 'resume', session: session ?? null }, plain);
}

async function verify(session: string): Promise<void> {
	const workshop = await openWorkshop(await loadContent());
	const { directory, id } = await sessionNamed(workshop, session);
	const { intact, events, changed, evidence, seal } = await verifySession(directory);
	if (changed !== null) print(`Event ${changed.seq} is not as it was written: ${changed.reason}\n`);
	for (const each of evidence) print(`Evidence ${each.id} is not as it was captured: ${each.reason}\n`);
	print(`${id}: ${events} events are as they were written. Seal: ${seal}\n`);
	process.exitCode = intact ? exitCode.fine : exitCode.inconclusive;
}
