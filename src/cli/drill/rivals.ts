import { setTimeout as sleep } from 'node:timers/promises';
import { usualBinaries } from '../../collectors/httpd-command.ts';
import { recordsIn, type Target } from '../../domain/index.ts';
import { Failure } from '../failure.ts';
import { language } from '../language.ts';
import { messageOf } from '../message-of.ts';
import { say } from '../output.ts';
import { limits } from './hands.ts';
import { factOf } from './semaphores.ts';

const m = language.cli.drill.rivals;

const patienceMs = 3000;
const stepMs = 200;

interface Drilling {
	readonly binary: string;
	readonly uid: number;
	readonly user: string;
	/** Processes of earlier drills, which end before this one begins. */
	readonly known: readonly number[];
}

/** Refuses beside a server whose semaphores could be mistaken for those of the drill: one that runs as the same account. */
export async function requireNoOtherServer(target: Target, drilling: Drilling): Promise<void> {
	const end = performance.now() + patienceMs;
	let { rivals, others } = await look(target, drilling);
	// One that is starting, or ending, has children whose account is not known for a moment.
	while (rivals.some(({ isCertain }) => !isCertain) && performance.now() < end) {
		await sleep(stepMs);
		({ rivals, others } = await look(target, drilling));
	}
	const [rival] = rivals;
	if (rival) throw new Failure(m.mayShare(rival.pid, drilling.user));
	for (const pid of others) say(m.other(pid));
}

interface Found {
	/** What may share semaphores with the drill; `isCertain` where its account is known. */
	readonly rivals: readonly { readonly pid: number; readonly isCertain: boolean }[];
	readonly others: readonly number[];
}

async function look(target: Target, { binary, uid, known }: Drilling): Promise<Found> {
	const names = [...new Set([...usualBinaries, binary].map((path) => path.split('/').at(-1) ?? ''))];
	const { text, problem } = await target.perform(
		{ kind: 'list-processes', names, config: null, isDefaultConfig: false, ...limits('read') },
		new AbortController().signal,
	);
	if (problem !== null) throw new Failure(m.unknown(messageOf(problem)));
	const masters = recordsIn(factOf('httpd-masters', 'masters.list', text)).map(({ pid, uid: own, runUids }) => {
		const uids = Array.isArray(runUids) ? runUids : [];
		return { pid: Number(pid), isCertain: uids.length > 0, isRival: uids.length === 0 || own === uid || uids.includes(uid) };
	});
	const leftBehind = recordsIn(factOf('httpd-masters', 'masters.leftBehind', text)).map(({ pid, uid: own }) => ({
		...{ pid: Number(pid), isCertain: own !== null, isRival: own === uid || own === null },
	}));
	const all = [...masters, ...leftBehind].filter(({ pid }) => !known.includes(pid));
	return {
		rivals: all.filter(({ isRival }) => isRival),
		others: all.flatMap(({ pid, isRival }) => (isRival ? [] : [pid])),
	};
}
