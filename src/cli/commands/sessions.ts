import type { Command } from 'commander';
import { exitCode } from '../../headless/index.ts';
import { listSessions, verifySession } from '../../store/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { takeHandOff, verifyFile } from '../hand-offs.ts';
import { type PlainOption, withPlainOption } from '../options.ts';
import { print } from '../output.ts';
import { runSession } from '../wizard.ts';
import { openWorkshop, sessionNamed } from '../workshop.ts';

export function addSessions(program: Command): void {
	program.command('sessions').description('list earlier sessions, the newest first').action(list);
	const resuming = program
		.command('resume')
		.argument('[session]', 'id or its beginning; the newest one that is open when left out')
		.option('--from <file>', 'open a hand-off of somebody else, without the machine that it is about')
		.option('--watch', 'only look on while somebody else works in it')
		.option('--take-over', 'ask whoever works in it to leave, and go on there')
		.description('take up a session at the step where it was left');
	withPlainOption(resuming).action(resume);
	program
		.command('verify')
		.argument('<session-or-file>', 'id of a session or its beginning, or a file with a hand-off')
		.description('tell whether a session or a hand-off was changed afterwards, and where first')
		.action(verify);
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

interface ResumeOptions extends PlainOption {
	readonly from?: string;
	readonly watch?: boolean;
	readonly takeOver?: boolean;
}

async function resume(session: string | undefined, { plain, from, watch, takeOver }: ResumeOptions): Promise<void> {
	if (from !== undefined) {
		if (session !== undefined) throw new Failure('Name a session or a file with a hand-off, not both.');
		const id = await takeHandOff(await openWorkshop(await loadContent()), from);
		return runSession({ kind: 'resume', session: id }, plain);
	}
	if (watch === true) await runSession({ kind: 'watch', session: session ?? null }, plain);
	else await runSession({ kind: 'resume', session: session ?? null, takeOver: takeOver === true }, plain);
}

async function verify(session: string): Promise<void> {
	const told = await verifyFile(session);
	if (told !== null) {
		print(told.text);
		process.exitCode = told.intact ? exitCode.fine : exitCode.inconclusive;
		return;
	}
	const workshop = await openWorkshop(await loadContent());
	const { directory, id } = await sessionNamed(workshop, session);
	const { intact, events, changed, evidence, seal } = await verifySession(directory);
	if (changed !== null) print(`Event ${changed.seq} is not as it was written: ${changed.reason}\n`);
	for (const each of evidence) print(`Evidence ${each.id} is not as it was captured: ${each.reason}\n`);
	print(`${id}: ${events} events are as they were written. Seal: ${seal}\n`);
	process.exitCode = intact ? exitCode.fine : exitCode.inconclusive;
}
