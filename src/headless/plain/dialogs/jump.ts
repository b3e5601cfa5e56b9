import { oneLine } from '../foreign.ts';
import type { Walk } from '../walk.ts';
import { pick } from './pick.ts';

/** Back to a step that was taken, named by its number or by words of its title, or to the symptoms. */
export async function askJump(wanted: string, walk: Walk): Promise<void> {
	const { talk, m, handle } = walk;
	const { banner, legal } = handle.screen();
	const before = banner.path.slice(0, -1).map(oneLine);
	const labels = [...before, ...(legal.has('start-over') ? [m.diagnosis.startOver] : [])];
	if (labels.length === 0) return talk.say(m.jump.nowhere);
	const named = wanted === '' ? -1 : indexOf(wanted, labels);
	if (wanted !== '' && named === -1) talk.say(m.jump.noSuch(oneLine(wanted)));
	const index = named === -1 ? await pick(m.jump.title(oneLine(banner.path.at(-1) ?? '')), labels, null, walk) : named;
	if (index === null) return;
	if (index >= before.length) {
		await walk.send({ type: 'start-over' });
		return;
	}
	// One after the other, so that the record says each.
	for (let left = banner.path.length - 1 - index; left > 0; left -= 1) {
		if (!(await walk.send({ type: 'back' }))) return;
	}
}

/** The nearest step that has these words; -1 where none has. */
function indexOf(wanted: string, labels: readonly string[]): number {
	if (/^\d+$/.test(wanted)) return labels[Number(wanted) - 1] === undefined ? -1 : Number(wanted) - 1;
	const words = wanted.toLowerCase().split(/\s+/);
	return labels.findLastIndex((label) => words.every((word) => label.toLowerCase().includes(word)));
}
