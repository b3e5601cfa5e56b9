import type { OtherOperator } from '../../../engine/door-host.ts';
import type { Walk } from '../walk.ts';
import { isTyped } from './consent.ts';
import { pick } from './pick.ts';

/** Who works on this target, too: to look on, or to take over with a typed word. Enter alone goes on separately. */
export async function askOthers(walk: Walk): Promise<void> {
	const { talk, m, host } = walk;
	let others: readonly OtherOperator[] = [];
	const isListed = await walk.attempt(async () => {
		others = await host.others();
	});
	if (!isListed) return;
	if (others.length === 0) return talk.say(m.others.nobody);
	talk.say([m.others.intro, ...others.map((each) => m.others.works(each))].join('\n'));
	const isLookingOn = host.isWatched(walk.handle);
	const ways = others.flatMap((other) => [
		// Whom one looks on already, one can only relieve.
		...(isLookingOn && other.id === walk.handle.id ? [] : [{ label: m.others.watch(other), other, isWatch: true }]),
		{ label: m.others.takeOver(other), other, isWatch: false },
	]);
	const labels = [isLookingOn ? m.others.lookOn : m.others.alone, ...ways.map(({ label }) => label)];
	const index = await pick(m.others.title, labels, 0, walk);
	const way = index === null ? undefined : ways[index - 1];
	if (!way) return;
	if (way.isWatch) return walk.switchTo(() => host.watchSession(way.other.id));
	talk.say(m.others.takingOver.join('\n'));
	if (await isTyped(m.others.word, walk)) await walk.switchTo(() => host.takeOver(way.other.id));
}
