import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Problem, recordsIn } from '../../domain/index.ts';
import { Failure } from '../failure.ts';
import { language } from '../language.ts';
import { messageOf } from '../message-of.ts';
import { type Hands, limits } from './hands.ts';
import { configOf, configText, type DrillPlan, errorLogOf, pageOf, sessionFileOf } from './plan.ts';
import { factOf, setsOf, stateOf } from './semaphores.ts';

const m = language.cli.drill;

const patienceMs = 15_000;
const stepMs = 100;

/**
 * Starts the server of the drill. Resolves with the semaphore sets that are its own beyond doubt.
 * @param session folder of the session that the drill belongs to.
 */
export async function standUp(plan: DrillPlan, session: string, hands: Hands): Promise<readonly number[]> {
	const { binary, folder } = plan;
	const before = await setsOf(plan.uid, hands);
	demand(await hands.run('install', '-d', '-m', '0755', folder, `${folder}/htdocs`), m.undone.folder);
	demand(await hands.write(sessionFileOf(folder), `${session}\n`), m.undone.mark);
	demand(await hands.write(configOf(plan), configText(plan)), m.undone.configuration);
	demand(await hands.write(pageOf(plan), `<p>${m.plan.page}</p>\n`), m.undone.page);
	demand(await hands.run(binary, '-f', configOf(plan), '-t'), m.undone.refused);
	demand(await hands.runToItsEnd(binary, '-f', configOf(plan), '-k', 'start'), m.undone.start);
	await until(hands, m.awaited.children, async () => (await pidsOf(plan, hands)).length > 2);
	await until(hands, m.awaited.lock, async () => {
		const own = await ownSets(plan, before, hands);
		const states = await Promise.all(own.map((id) => stateOf(id, hands)));
		return states.some((state) => state !== undefined && state.waiting > 0);
	});
	return ownSets(plan, before, hands);
}

/** Takes the semaphores away, as logind would, and lets the server notice. */
export async function breakIt(plan: DrillPlan, own: readonly number[], hands: Hands): Promise<void> {
	for (const id of own) demand(await hands.run('ipcrm', '-s', String(id)), m.undone.set(id));
	const url = `http://127.0.0.1:${plan.ports[0]}/`;
	await hands.act(`GET ${url}`, () => get(url));
	await until(hands, m.awaited.end, async () => /AH02818|AH00144/.test(await logOf(plan, hands)));
	// The parent cleans up before it ends; most of those who are called to such a server come later.
	await settle(async () => (await pidsOf(plan, hands)).length === 0, patienceMs);
}

/** Ends and removes everything of the drill; says what resisted. */
export async function tearDown(plan: DrillPlan, own: readonly number[], hands: Hands): Promise<readonly string[]> {
	// A parent without children may not yet handle signals, and would leave its semaphores behind.
	await settle(async () => (await pidsOf(plan, hands)).length !== 1, 5000);
	for (const name of ['TERM', 'KILL']) {
		const pids = await pidsOf(plan, hands);
		// The parent first: it removes what only it knows of, and makes no new children.
		for (const pid of pids) await hands.run('kill', `-${name}`, String(pid));
		if (pids.length > 0) await settle(async () => (await pidsOf(plan, hands)).length === 0, 5000);
	}
	const left = await setsOf(plan.uid, hands);
	for (const id of own.filter((each) => left.includes(each))) await hands.run('ipcrm', '-s', String(id));
	const resisting = (await pidsOf(plan, hands)).map(m.process);
	if (!(await exists(plan.folder, hands))) return resisting;
	const removed = await hands.run('rm', '-r', '--', plan.folder);
	return removed.problem === null ? resisting : [...resisting, plan.folder];
}

/** Processes that were started with the configuration of the drill, the parent first. */
export async function pidsOf(plan: DrillPlan, hands: Hands): Promise<readonly number[]> {
	const names = [plan.binary.split('/').at(-1) ?? plan.binary];
	const { text } = await hands.read({
		...{ kind: 'list-processes', names, config: configOf(plan), isDefaultConfig: false },
		...limits('read'),
	});
	const masters = recordsIn(factOf('processes', 'httpd.parents', text)).map((each) => Number(each.pid));
	const all = text
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'));
	const living = all.filter(([pid, , , , state]) => pid !== '' && !/^[ZX]/.test(state ?? 'Z')).map(([pid]) => Number(pid));
	return [...masters.filter((pid) => living.includes(pid)), ...living.filter((pid) => !masters.includes(pid))];
}

/** Sets that came with this server, and that nobody but its processes has ever used. */
async function ownSets(plan: DrillPlan, before: readonly number[], hands: Hands): Promise<readonly number[]> {
	const pids = await pidsOf(plan, hands);
	const added = (await setsOf(plan.uid, hands)).filter((id) => !before.includes(id));
	const states = await Promise.all(added.map(async (id) => ({ id, state: await stateOf(id, hands) })));
	return states.flatMap(({ id, state }) => (state?.pids.every((pid) => pids.includes(pid)) ? [id] : []));
}

async function exists(path: string, hands: Hands): Promise<boolean> {
	const { text } = await hands.read({ kind: 'list-files', paths: [path], contents: false, ...limits('read') });
	return text.includes('\tdir\t');
}

async function logOf(plan: DrillPlan, hands: Hands): Promise<string> {
	return (await hands.read({ kind: 'read-files', paths: [errorLogOf(plan)], from: 'end', ...limits('read') })).text;
}

function demand({ problem, text }: { readonly problem: Problem | null; readonly text: string }, what: string): void {
	if (problem !== null) throw new Failure(`${m.stops(what, messageOf(problem))}\n${text.trim()}`.trimEnd());
}

async function until(hands: Hands, what: string, holds: () => Promise<boolean>): Promise<void> {
	const isOver = async (): Promise<boolean> => hands.isStopped || holds();
	if (!(await settle(isOver, patienceMs)) || hands.isStopped) throw new Failure(m.inVain(patienceMs / 1000, what));
}

async function settle(holds: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
	const end = performance.now() + milliseconds;
	while (!(await holds())) {
		if (performance.now() > end) return false;
		await sleep(stepMs);
	}
	return true;
}

/** One request; whatever comes of it is what the client saw. */
function get(url: string): Promise<string> {
	const { promise, resolve } = Promise.withResolvers<string>();
	const outgoing = request(url, { agent: false, timeout: 5000 }, (response) => {
		response.resume();
		response.once('end', () => resolve(m.answer.status(response.statusCode ?? 0)));
		response.once('error', (error) => resolve(error.message));
	});
	outgoing.once('timeout', () => outgoing.destroy(new Error(m.answer.none)));
	outgoing.once('error', (error) => resolve(error.message));
	outgoing.end();
	return promise;
}
