import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellError } from '../../catalogue/index.ts';
import type { Hints, Target } from '../../domain/index.ts';
import { exitCode } from '../../headless/index.ts';
import { openTarget } from '../../targets/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { language } from '../language.ts';
import { say } from '../output.ts';
import { runSession } from '../wizard.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';
import { accountOf, findHttpd, freePorts, requireRights } from './conditions.ts';
import { isConsented } from './consent.ts';
import { Hands } from './hands.ts';
import { beginJournal, openDrillJournal } from './journal.ts';
import { type Leftover, leftoversOf } from './leftovers.ts';
import { commandsOf, configOf, configText, type DrillPlan, errorLogOf, folderPrefix } from './plan.ts';
import { requireNoOtherServer } from './rivals.ts';
import { breakIt, standUp, tearDown } from './server.ts';

const m = language.cli.drill;

export interface DrillOptions {
	readonly httpd: string | null;
	readonly user: string;
	readonly plain: boolean;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The loss of the accept mutex, for real, on a server of its own. */
export async function runDrill(options: DrillOptions): Promise<void> {
	const target = await openTarget('local');
	const { plan, leftovers } = await planFor(target, options);
	say(`${m.explanation}\n\n${m.willRun}`);
	for (const command of commandsOf(plan)) say(`  ${command}`);
	say(`\n${m.willHold(configOf(plan))}\n${configText(plan).replace(/^(?=.)/gm, '  ')}`);
	for (const { plan: earlier, pids } of leftovers) {
		say(m.leftBehind(earlier.folder));
		for (const pid of pids) say(`  kill -TERM ${pid}`);
		say(`  rm -r -- ${earlier.folder}`);
	}
	if (!isConsented()) throw new Failure(m.notTyped(m.consentWords), exitCode.consentNeeded);
	const workshop = await openWorkshop(await loadContent());
	// From here on a signal must not end the program before everything is taken back.
	const stop = new AbortController();
	const interrupt = (): void => stop.abort();
	for (const name of signals) process.on(name, interrupt);
	try {
		for (const leftover of leftovers) await cleanLeftover(workshop, target, leftover);
		const broken = await breakServer(workshop, target, { plan, stop: stop.signal });
		say(`\n${m.broken(broken.id)}`);
		await runSession({ kind: 'resume', session: broken.id }, options.plain).finally(() => cleanUp(workshop, target, broken));
	} finally {
		for (const name of signals) process.off(name, interrupt);
	}
}

async function planFor(
	target: Target,
	{ httpd, user }: DrillOptions,
): Promise<{ readonly plan: DrillPlan; readonly leftovers: readonly Leftover[] }> {
	await requireRights(target);
	const found = await findHttpd(target, httpd);
	const account = await accountOf(target, user);
	const plan = { ...found, ...account, user, ports: await freePorts() };
	const leftovers = await leftoversOf(target, plan);
	const known = leftovers.flatMap(({ pids }) => pids);
	await requireNoOtherServer(target, { ...plan, known });
	return { plan: { ...plan, folder: join(tmpdir(), `${folderPrefix}${randomBytes(6).toString('hex')}`) }, leftovers };
}

interface Broken {
	readonly directory: string;
	readonly plan: DrillPlan;
	readonly own: readonly number[];
}

/** Stands the server up and breaks it; where that fails or is interrupted, everything is taken back first. */
async function breakServer(
	workshop: Workshop,
	target: Target,
	{ plan, stop }: { readonly plan: DrillPlan; readonly stop: AbortSignal },
): Promise<Broken & { readonly id: string }> {
	const hints: Hints = { httpd: plan.binary, config: configOf(plan), errorLog: errorLogOf(plan), core: null, since: null };
	const { id, directory, journal } = await beginJournal(workshop, target, hints);
	let own: readonly number[] = [];
	try {
		await journal.record({ type: 'consented', to: 'drill', risk: 'mutating', description: m.consentTo(plan.folder) });
		await journal.record({ type: 'drill-started', folder: plan.folder, commands: commandsOf(plan) });
		const hands = new Hands(target, journal.record, stop);
		own = await standUp(plan, directory, hands);
		if (own.length === 0) throw new Failure(m.noOwnSet);
		await breakIt(plan, own, hands);
		await journal.close();
		return { id, directory, plan, own };
	} catch (error) {
		await journal.close();
		await cleanUp(workshop, target, { directory, plan, own });
		throw stop.aborted ? new Failure(m.interrupted, exitCode.interrupted) : error;
	}
}

async function cleanLeftover(workshop: Workshop, target: Target, { directory, plan }: Leftover): Promise<void> {
	const resisting = await cleanUp(workshop, target, { directory, plan, own: [] });
	if (resisting.length > 0) throw new Failure(m.earlierStays(resisting));
}

/** Not to be interrupted: what is left behind would be a broken server. Resolves with what resisted. */
async function cleanUp(workshop: Workshop, target: Target, { directory, plan, own }: Broken): Promise<readonly string[]> {
	say(`\n${m.removing}`);
	const journal = await openDrillJournal(workshop, directory).catch((error: unknown) => {
		say(m.unrecorded(tellError(error, language.session.problems)));
		return null;
	});
	const hands = new Hands(target, journal?.record ?? (() => Promise.resolve()), new AbortController().signal);
	const leftovers = await tearDown(plan, own, hands);
	await journal?.record({ type: 'drill-ended', leftovers });
	await journal?.close();
	say(leftovers.length === 0 ? m.nothingLeft : m.resisted(leftovers));
	return leftovers;
}
