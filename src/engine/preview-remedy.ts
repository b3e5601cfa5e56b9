import type { FilePreview } from '../domain/index.ts';
import { type PlannedStep, unifiedDiff } from '../session/index.ts';
import type { EffectContext, EffectOf } from './effects.ts';
import { lookAtFile } from './look-at-file.ts';

/** What the steps of a remedy would make of the files as they are now. */
export async function previewRemedy(effect: EffectOf<'preview-remedy'>, context: EffectContext): Promise<void> {
	const { diagnosis, remedy, undo, steps, actions } = effect;
	// A file that is changed twice is shown from what is there to what is left in the end.
	const files = new Map<string, FilePreview>();
	for (const step of steps) {
		const file = await previewStep(step, files, context);
		if (file) files.set(file.path, file);
	}
	const event = { type: 'remedy-previewed', diagnosis, remedy, undo, actions, files: [...files.values()] } as const;
	await context.say({ type: 'remedy-progress', event });
}

async function previewStep(
	step: PlannedStep,
	seen: ReadonlyMap<string, FilePreview>,
	context: EffectContext,
): Promise<FilePreview | null> {
	if (step.kind !== 'write' && step.kind !== 'restore') return null;
	const path = step.kind === 'write' ? step.request.path : step.before.path;
	const look = await lookAtFile(path, context, context.signal);
	const nothing = { path, sha256: null, mode: 0, uid: 0, gid: 0, diff: '' };
	if ('problem' in look) return { ...nothing, problem: look.problem };
	const after = await contentAfter(step, context);
	if (after === undefined) return { ...nothing, problem: context.m.remedy.lost(path) };
	return { ...look.state, diff: unifiedDiff(path, look.text, after), problem: seen.get(path)?.problem ?? null };
}

/** undefined where the text that is to be put back is lost. */
async function contentAfter(
	step: Extract<PlannedStep, { kind: 'write' | 'restore' }>,
	context: EffectContext,
): Promise<string | null | undefined> {
	if (step.kind === 'write') return step.request.content;
	const { sha256 } = step.before;
	return sha256 === null ? null : context.blobs.get(sha256).catch(() => undefined);
}
