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
import { accountOf, findHttpd, freePorts, requireNoOtherServer, requireRights } from './conditions.ts';
import { drillWords, isConsented } from './consent.ts';
import { Hands } from './hands.ts';
import { beginJournal, openDrillJournal } from './journal.ts';
import { leftoversOf } from './leftovers.ts';
import { commandsOf, configOf, configText, type DrillPlan, errorLogOf, folderPrefix } from './plan.ts';
import { breakIt, standUp, tearDown } from './server.ts';

export interface DrillOptions {
	readonly httpd: string | null;
	readonly user: string;
	readonly plain: boolean;
}

const explanation = `This is a drill for a TEST MACHINE. It starts an Apache httpd of its own on 127.0.0.1, takes its semaphores away
while it runs, as systemd-logind does to ordinary accounts at logout, and opens the wizard on what is left of it.
Nothing of any other server is touched. When you leave the wizard, everything of the drill is removed again.`;

/** The loss of the accept mutex, for real, on a server of its own. */
export async function runDrill(options: DrillOptions): Promise<void> {
	const target = await openTarget('local');
	const plan = await planFor(target, options);
	say(`${explanation}\n\nThis will be run, and nothing else:`);
	for (const command of commandsOf(plan)) say(`  ${command}`);
	say(`\n${configOf(plan)} will hold:\n${configText(plan).replace(/^(?=.)/gm, '  ')}`);
	if (!isConsented()) throw new Failure(`Nothing was done: "${drillWords}" was not typed.`, exitCode.consentNeeded);
	const workshop = await openWorkshop(await loadContent());
	await cleanLeftovers(workshop, target, plan);
	const { directory, id, own } = await breakServer(workshop, target, plan);
	try {
		say(`\nThe server is broken now. Its session is ${id}; the wizard opens on it.`);
		await runSession({ kind: 'resume', session: id }, options.plain);
	} finally {
		await cleanUp(workshop, target, { directory, plan, own });
	}
}

async function planFor(target: Target, { httpd, user }: DrillOptions): Promise<DrillPlan> {
	await requireRights(target);
	const found = await findHttpd(target, httpd);
	const account = await accountOf(target, user);
	await requireNoOtherServer(target, found.binary, { uid: account.uid, user });
	const folder = join(tmpdir(), `${folderPrefix}${randomBytes(6).toString('hex')}`);
	return { ...found, ...account, user, folder, ports: await freePorts() };
}

interface Broken {
	readonly directory: string;
	readonly plan: DrillPlan;
	readonly own: readonly number[];
}

/** Stands the server up and breaks it; where that fails or is interrupted, everything is taken back first. */
async function breakServer(workshop: Workshop, target: Target, plan: DrillPlan): Promise<Broken & { readonly id: string }> {
	const hints: Hints = { httpd: plan.binary, config: configOf(plan), errorLog: errorLogOf(plan), core: null, since: null };
	const { id, directory, journal } = await beginJournal(workshop, target, hints);
	const stop = new AbortController();
	const interrupt = (): void => stop.abort();
	for (const name of signals) process.on(name, interrupt);
	let own: readonly number[] = [];
	try {
		await journal.record({ type: 'consented', to: 'drill', risk: 'mutating', description: `drill in ${plan.folder}` });
		await journal.record({ type: 'drill-started', folder: plan.folder, commands: commandsOf(plan) });
		const hands = new Hands(target, journal.record, stop.signal);
		own = await standUp(plan, directory, hands);
		if (own.length === 0) throw new Failure('The drill stops: no semaphore set could be told to be its own, so none is removed.');
		await breakIt(plan, own, hands);
		await journal.close();
		return { id, directory, plan, own };
	} catch (error) {
		await journal.close();
		await cleanUp(workshop, target, { directory, plan, own });
		throw stop.signal.aborted ? new Failure('The drill was interrupted.', exitCode.interrupted) : error;
	} finally {
		for (const name of signals) process.off(name, interrupt);
	}
}

/** What a drill that was killed has left standing. */
async function cleanLeftovers(workshop: Workshop, target: Target, plan: DrillPlan): Promise<void> {
	for (const { folder, directory } of await leftoversOf(target)) {
		say(`An earlier drill was killed and has left ${folder} behind.`);
		await cleanUp(workshop, target, { directory, plan: { ...plan, folder }, own: [] });
	}
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Not to be interrupted: what is left behind would be a broken server. */
async function cleanUp(workshop: Workshop, target: Target, { directory, plan, own }: Broken): Promise<void> {
	const ignore = (): void => undefined;
	for (const name of signals) process.on(name, ignore);
	try {
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
	} finally {
		for (const name of signals) process.off(name, ignore);
	}
}
