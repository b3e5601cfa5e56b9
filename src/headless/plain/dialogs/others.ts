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
	const labels = [m.others.alone, ...others.flatMap((each) => [m.others.watch(each), m.others.takeOver(each)])];
	const index = await pick(m.others.title, labels, 0, walk);
	if (index === null || index === 0) return;
	const other = others[Math.floor((index - 1) / 2)];
	if (!other) return;
	if (index % 2 === 1) return walk.switchTo(() => host.watchSession(other.id));
	talk.say(m.others.takingOver.join('\n'));
	if (await isTyped(m.others.word, walk)) await walk.switchTo(() => host.takeOver(other.id));
}
