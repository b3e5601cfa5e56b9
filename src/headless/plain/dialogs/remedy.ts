import type { RemedyView } from '../../../session/index.ts';
import { remediesOf } from '../menu.ts';
import { refusalOf, remedyLines } from '../tell/remedy.ts';
import { type News, waitFor } from '../wait.ts';
import type { Walk } from '../walk.ts';
import { isTyped } from './consent.ts';

interface Wanted {
	readonly diagnosis: string;
	readonly remedy: string;
	readonly undo: boolean;
}

/** Tells exactly what a remedy or its undo would do now, and does it once the word is typed. */
export async function askRemedy(wanted: Wanted, walk: Walk, news: News): Promise<void> {
	const { talk, m } = walk;
	if (!(await isLookedAt(wanted, walk, news))) return;
	const view = remedyOf(wanted, walk);
	if (!view) return;
	talk.say(remedyLines(view, wanted.undo, m).join('\n'));
	const { legal, isReadOnly } = walk.handle.screen();
	const refusal = isReadOnly ? m.remedy.readOnly : refusalOf(view, wanted.undo, legal.has('apply-remedy'), m);
	if (refusal !== null) return talk.say(refusal);
	if (await isTyped(view.confirmWord, walk)) await walk.send({ type: 'apply-remedy', ...wanted });
}

/** Reads the files that would be changed, so that the difference can be told; false where the operator turned away. */
async function isLookedAt(wanted: Wanted, walk: Walk, news: News): Promise<boolean> {
	const state = (): string => previewOf(wanted, walk) ?? 'not-needed';
	if (state() === 'not-needed' || !walk.handle.screen().legal.has('preview-remedy')) return true;
	if (!(await walk.send({ type: 'preview-remedy', ...wanted }))) return false;
	return (await waitFor(() => state() !== 'looking', walk, news)) === 'done';
}

function previewOf(wanted: Wanted, walk: Walk): RemedyView['preview']['state'] | undefined {
	const view = remedyOf(wanted, walk);
	return (wanted.undo ? view?.undoPreview : view?.preview)?.state;
}

function remedyOf({ diagnosis, remedy }: Wanted, walk: Walk): RemedyView | undefined {
	const { body } = walk.handle.screen();
	const all = body.kind === 'diagnosis' ? remediesOf(body) : [];
	return all.find((each) => each.diagnosis === diagnosis && each.id === remedy);
}
