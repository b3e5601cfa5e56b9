import type { SessionHandle } from '../../../engine/handle.ts';
import { exactLine, oneLine } from '../foreign.ts';
import type { News } from '../wait.ts';
import type { Walk } from '../walk.ts';
import { isTyped } from './consent.ts';
import { pick } from './pick.ts';

/** Hands the terminal to gdb until it ends; one that holds a process still needs its typed word. */
export async function askDebug(walk: Walk, news: News): Promise<void> {
	const { talk, m, handle } = walk;
	const { debuggers } = handle.screen();
	const labels = debuggers.map(({ title }) => oneLine(title));
	const index = debuggers.length === 1 ? 0 : await pick(m.debug.title, labels, null, walk);
	const chosen = index === null ? undefined : debuggers[index];
	if (!chosen) return;
	talk.say(m.debug.intro);
	if (chosen.risk !== 'read') {
		talk.say(
			[m.debug.pause, m.consent.risk(m.risks[chosen.risk]), m.consent.commands, `  ${exactLine(chosen.command)}`].join('\n'),
		);
		if (!(await isTyped(chosen.risk, walk))) return;
	}
	talk.say(m.debug.handOver(exactLine(chosen.command)));
	const before = endings(handle);
	if (!(await walk.send({ type: 'debug', subject: chosen.subject }))) return;
	await ended(handle, before);
	news.tell();
}

function endings(handle: SessionHandle): number {
	return handle.events().filter(({ type }) => type === 'debug-finished').length;
}

/** Nothing is said meanwhile: the terminal is not ours. */
async function ended(handle: SessionHandle, before: number): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const look = (): void => {
		if (endings(handle) > before) resolve();
	};
	const stop = handle.subscribe(look);
	look();
	try {
		await promise;
	} finally {
		stop();
	}
}
