import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hints, Target } from '../../domain/index.ts';
import { exitCode } from '../../headless/index.ts';
import { openTarget } from '../../targets/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { say } from '../output.ts';
import { runSession } from '../wizard.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';
import { accountOf, findHttpd, freePorts, requireRights } from './conditions.ts';
import { drillWords, isConsented } from './consent.ts';
import { Hands } from './hands.ts';
import { beginJournal, openDrillJournal } from './journal.ts';
import { type Leftover, leftoversOf } from './leftovers.ts';
import { commandsOf, configOf, configText, type DrillPlan, errorLogOf, folderPrefix } from './plan.ts';
import { requireNoOtherServer } from './rivals.ts';
import { breakIt, standUp, tearDown } from './server.ts';

export interface DrillOptions {
	readonly httpd: string | null;
	readonly user: string;
	readonly plain: boolean;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const explanation = `This is a drill for a TEST MACHINE. It starts an Apache httpd of its own on 127.0.0.1, takes its semaphores away
while it runs, as systemd-logind does to ordinary accounts at logout, and opens the wizard on what is left of it.
Nothing of any other server is touched. When you leave the wizard, everything of the drill is removed again.`;

/** The loss of the accept mutex, for real, on a server of its own. */
export async function runDrill(options: DrillOptions): Promise<void> {
	const target = await openTarget('local');
	const { plan, leftovers } = await planFor(target, options);
	say(`${explanation}\n\nThis will be run, and nothing else:`);
	for (const command of commandsOf(plan)) say(`  ${command}`);
	say(`\n${configOf(plan)} will hold:\n${configText(plan).replace(/^(?=.)/gm, '  ')}`);
	for (const { plan: earlier, pids } of leftovers) {
		say(`An earlier drill was killed and has left ${earlier.folder} behind. First of all this will be run:`);
		for (const pid of pids) say(`  kill -TERM ${pid}`);
		say(`  rm -r -- ${earlier.folder}`);
	}
	if (!isConsented()) throw new Failure(`Nothing was done: "${drillWords}" was not typed.`, exitCode.consentNeeded);
	const workshop = await openWorkshop(await loadContent());
	// From here on a signal must not end the program before everything is taken back.
	const stop = new AbortController();
	const interrupt = (): void => stop.abort();
	for (const name of signals) process.on(name, interrupt);
	try {
		for (const leftover of leftovers) await cleanLeftover(workshop, target, leftover);
		const broken = await breakServer(workshop, target, { plan, stop: stop.signal });
		say(`\nThe server is broken now. Its session is ${broken.id}; the wizard opens on it.`);
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
		await journal.record({ type: 'consented', to: 'drill', risk: 'mutating', description: `drill in ${plan.folder}` });
		await journal.record({ type: 'drill-started', folder: plan.folder, commands: commandsOf(plan) });
		const hands = new Hands(target, journal.record, stop);
		own = await standUp(plan, directory, hands);
		if (own.length === 0) throw new Failure('The drill stops: no semaphore set could be told to be its own, so none is removed.');
		await breakIt(plan, own, hands);
		await journal.close();
		return { id, directory, plan, own };
	} catch (error) {
		await journal.close();
		await cleanUp(workshop, target, { directory, plan, own });
		throw stop.aborted ? new Failure('The drill was interrupted.', exitCode.interrupted) : error;
	}
}

async function cleanLeftover(workshop: Workshop, target: Target, { directory, plan }: Leftover): Promise<void> {
	const resisting = await cleanUp(workshop, target, { directory, plan, own: [] });
	if (resisting.length > 0)
		throw new Failure(`The drill does not begin: an earlier one is still there: ${resisting.join(', ')}.`);
}

/** Not to be interrupted: what is left behind would be a broken server. Resolves with what resisted. */
async function cleanUp(workshop: Workshop, target: Target, { directory, plan, own }: Broken): Promise<readonly string[]> {
	say('\nRemoving what the drill has made:');
	const journal = await openDrillJournal(workshop, directory).catch((error: unknown) => {
		say(`What is removed cannot be recorded: ${error instanceof Error ? error.message : String(error)}`);
		return null;
	});
	const hands = new Hands(target, journal?.record ?? (() => Promise.resolve()), new AbortController().signal);
	const leftovers = await tearDown(plan, own, hands);
	await journal?.record({ type: 'drill-ended', leftovers });
	await journal?.close();
	say(leftovers.length === 0 ? 'Nothing of the drill is left.' : `These resisted: ${leftovers.join(', ')}.`);
	return leftovers;
}
