import type { BlobStore, Journal, Remedy, RemedyAction, SessionEvent } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import type { RemedyView } from '../../src/session/index.ts';
import { littleEngine, littleGuide } from './little-guide.ts';
import type { Machine } from './machine.ts';
import { memoryBlobs, memoryJournal, start } from './scripted.ts';

export const log = { '/first': 'crash\n', '/log': 'crash\n' };

export const fine = { reload: () => ({}), test: () => ({}), date: () => ({ text: '2026-11-21T20:00:00\n' }) };

export const run = (...argv: [string, ...string[]]): RemedyAction => ({ kind: 'run', argv });

export const write = (path: string, content: string | null): RemedyAction => ({
	kind: 'write',
	change: { path, content, mode: 0o644 },
});

export function remedyOf(actions: readonly RemedyAction[], undo: readonly RemedyAction[] = [run('reload')]): Remedy {
	return {
		...{ id: 'mend', title: 'Mend it', kind: 'fix', risk: 'mutating', precondition: null },
		...{ actions, undo, verification: null },
	};
}

interface Remedied {
	readonly engine: Engine;
	readonly journal: Journal & { readonly events: SessionEvent[] };
	readonly blobs: BlobStore;
}

/** A session at its diagnosis, with one remedy. */
export async function atDiagnosis(computer: Machine, remedy: Remedy): Promise<Remedied> {
	const journal = memoryJournal();
	const blobs = memoryBlobs();
	const engine = littleEngine({}, { target: computer.target, journal, blobs, guidebook: littleGuide([remedy]) });
	await engine.begin(start);
	await engine.idle();
	await engine.send({ type: 'choose-flow', flow: 'short' });
	await engine.idle();
	return { engine, journal, blobs };
}

export function viewOf(engine: Engine): RemedyView {
	const { body } = engine.screen();
	const view = body.kind === 'diagnosis' ? body.diagnoses[0]?.remedies[0] : undefined;
	if (!view) throw new Error(body.kind);
	return view;
}

export const mend = { diagnosis: 'crashed', remedy: 'mend' } as const;

export async function preview(engine: Engine, undo = false): Promise<RemedyView> {
	await engine.send({ type: 'preview-remedy', ...mend, undo });
	await engine.idle();
	return viewOf(engine);
}

export async function apply(engine: Engine, undo = false): Promise<RemedyView> {
	await engine.send({ type: 'apply-remedy', ...mend, undo });
	await engine.idle();
	return viewOf(engine);
}

export const twoFiles = remedyOf(
	[write('/etc/a', 'one\ntwo\n'), write('/etc/new', 'fresh\n'), run('test'), run('reload')],
	[write('/etc/a', 'something that the article made up\n'), run('reload'), write('/etc/new', null)],
);
