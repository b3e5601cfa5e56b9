import { exitCode } from '../../headless/index.ts';
import { listSessions, verifySession } from '../../store/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { takeHandOff } from '../hand-offs.ts';
import type { PlainOption } from '../target-options.ts';
import { print } from '../output.ts';
import { verifyFile } from '../verify-file.ts';
import { runSession } from '../wizard.ts';
import { openWorkshop, sessionNamed } from '../workshop.ts';
import { tellTarget } from '../../catalogue/index.ts';
import { language } from '../language.ts';
import { messageOf } from '../message-of.ts';

const m = language.cli.told;

export async function printSessions(): Promise<void> {
	const workshop = await openWorkshop(await loadContent());
	const sessions = await listSessions(workshop.base);
	if (sessions.length === 0) print(`${m.noSessions}\n`);
	for (const { id, target, flow, ended, damage, startedAt } of sessions) {
		const when = startedAt === null ? '' : new Date(startedAt * 1000).toLocaleString('sv');
		print(
			`${id}  ${when}  ${language.transcript.outcomes[ended ?? 'open'].padEnd(10)} ${target ? tellTarget(target, language.session.problems) : '?'}  ${flow ?? m.firstLook}${damage === null ? '' : `  (${messageOf(damage)})`}\n`,
		);
	}
}

export interface ResumeOptions extends PlainOption {
	readonly from?: string;
	readonly watch?: boolean;
	readonly takeOver?: boolean;
}

export async function resume(session: string | undefined, { plain, from, watch, takeOver }: ResumeOptions): Promise<void> {
	if (from !== undefined) {
		if (session !== undefined) throw new Failure(m.oneOfBoth);
		const id = await takeHandOff(await openWorkshop(await loadContent()), from);
		return runSession({ kind: 'resume', session: id }, plain);
	}
	if (watch === true) await runSession({ kind: 'watch', session: session ?? null }, plain);
	else await runSession({ kind: 'resume', session: session ?? null, takeOver: takeOver === true }, plain);
}

export async function verify(session: string): Promise<void> {
	const workshop = await openWorkshop(await loadContent());
	const told = await verifyFile(session, workshop.base);
	if (told !== null) {
		print(told.text);
		process.exitCode = told.intact ? exitCode.fine : exitCode.inconclusive;
		return;
	}
	const { directory, id } = await sessionNamed(workshop, session);
	const { intact, events, changed, evidence, seal } = await verifySession(directory);
	if (changed !== null) print(`${m.verify.event(changed.seq, messageOf(changed.reason))}\n`);
	for (const each of evidence) print(`${m.verify.captured(each.id, messageOf(each.reason))}\n`);
	print(`${m.verify.intact(id, events, seal)}\n`);
	process.exitCode = intact ? exitCode.fine : exitCode.inconclusive;
}
