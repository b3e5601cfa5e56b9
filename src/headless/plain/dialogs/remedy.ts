import type { RemedyView } from '../../../session/index.ts';
import { refusalOf, remedyLines } from '../tell/remedy.ts';
import type { Walk } from '../walk.ts';
import { isTyped } from './consent.ts';

/** Tells exactly what a remedy or its undo would do, and does it once the word is typed. */
export async function askRemedy(diagnosis: string, id: string, undo: boolean, walk: Walk): Promise<void> {
	const { talk, m } = walk;
	const view = remedyOf(diagnosis, id, walk);
	if (!view) return;
	talk.say(remedyLines(view, undo, m).join('\n'));
	const refusal = refusalOf(view, undo, walk.handle.screen().legal.has('apply-remedy'), m);
	if (refusal !== null) return talk.say(refusal);
	if (await isTyped(view.confirmWord, walk)) await walk.send({ type: 'apply-remedy', diagnosis, remedy: id, undo });
}

function remedyOf(diagnosis: string, id: string, walk: Walk): RemedyView | undefined {
	const { body } = walk.handle.screen();
	const all = body.kind === 'diagnosis' ? body.diagnoses.flatMap((each) => each.remedies) : [];
	return all.find((each) => each.diagnosis === diagnosis && each.id === id);
}
