import type { CollectionItem } from '../../../session/index.ts';
import { exactLine, oneLine } from '../foreign.ts';
import { indented } from '../tell/telling.ts';
import type { Walk } from '../walk.ts';
import { pick } from './pick.ts';

/** Tells what a collector above `read` would do, and asks for the typed word. */
export async function askConsent(item: CollectionItem, walk: Walk): Promise<void> {
	const { talk, m } = walk;
	const commands = item.commands.length === 0 ? [m.consent.unplanned] : item.commands.map(exactLine);
	talk.say(
		[
			m.consent.title(oneLine(item.title)),
			m.step.why(oneLine(item.why)),
			m.consent.risk(m.risks[item.risk]),
			m.consent.commands,
			...indented(commands),
		].join('\n'),
	);
	if (!(await isTyped(item.risk, walk))) return;
	if (await walk.send({ type: 'consent', collector: item.collector })) talk.say(m.consent.given);
}

/** Which of those that wait; only one needs no choosing. */
export async function chooseConsent(wanted: string, walk: Walk): Promise<void> {
	const { talk, m } = walk;
	const { body } = walk.handle.screen();
	const waiting = body.kind === 'collect' ? body.items.filter((item) => item.state === 'needs-consent') : [];
	const [only] = waiting;
	if (!only) return talk.say(m.consent.nothing);
	const named = waiting[Number(wanted) - 1] ?? (waiting.length === 1 ? only : undefined);
	if (named) return askConsent(named, walk);
	const index = await pick(
		m.consent.title(''),
		waiting.map((item) => oneLine(item.title)),
		null,
		walk,
	);
	const chosen = index === null ? undefined : waiting[index];
	if (chosen) await askConsent(chosen, walk);
}

/** Whether the operator types exactly this word. */
export async function isTyped(word: string, { talk, m }: Walk): Promise<boolean> {
	talk.say(m.consent.type(word));
	if ((await talk.hear()).trim() === word) return true;
	talk.say(m.consent.wrongWord(word));
	return false;
}
