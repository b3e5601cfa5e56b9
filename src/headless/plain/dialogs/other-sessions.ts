import { hiddenLine, oneLine } from '../foreign.ts';
import type { Walk } from '../walk.ts';
import { pick } from './pick.ts';

export async function askPractice(walk: Walk): Promise<void> {
	const { talk, m, host } = walk;
	if (host.practice.length === 0) {
		talk.say(m.practice.empty);
		return walk.giveUp();
	}
	const labels = host.practice.map(({ title, summary }) => m.practice.entry(oneLine(title), oneLine(summary)));
	const index = await pick(m.practice.title, labels, 0, walk);
	const chosen = index === null ? undefined : host.practice[index];
	if (chosen) await walk.switchTo(() => host.openPractice(chosen.id));
}

export async function askBundle(walk: Walk): Promise<void> {
	const { talk, m, host } = walk;
	talk.say(m.bundle.ask);
	const path = (await talk.hear()).trim();
	if (path === '') talk.say(m.menu.back);
	else await walk.switchTo(() => host.openBundle(path));
}

export async function askSession(walk: Walk): Promise<void> {
	const { talk, m, host } = walk;
	let sessions: Awaited<ReturnType<typeof host.sessions>> = [];
	const isListed = await walk.attempt(async () => {
		sessions = await host.sessions();
	});
	if (!isListed) return;
	if (sessions.length === 0) return talk.say(m.sessions.empty);
	const labels = sessions.map(({ when, title, id }) => m.sessions.entry(oneLine(when), hiddenLine(title), oneLine(id)));
	const index = await pick(m.sessions.title, labels, null, walk);
	const chosen = index === null ? undefined : sessions[index];
	if (chosen) await walk.switchTo(() => host.resume(chosen.id));
}
