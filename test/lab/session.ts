import { randomUUID } from 'node:crypto';
import { loadContent } from '../../src/cli/content.ts';
import { guidebookOf } from '../../src/cli/guidebook.ts';
import { clock, timer } from '../../src/cli/clock.ts';
import { type Hints, noHints, type SessionEvent } from '../../src/domain/index.ts';
import { Engine } from '../../src/engine/index.ts';
import { drive } from '../../src/headless/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import type { RemedyView } from '../../src/session/index.ts';
import { openTarget } from '../../src/targets/index.ts';
import { memoryBlobs, memoryJournal } from '../engine/scripted.ts';

/** A session on a server of this machine that has come to its diagnoses, ready for a remedy. */
export interface LabSession {
	readonly engine: Engine;
	readonly events: readonly SessionEvent[];
	readonly remedy: (diagnosis: string, id: string) => RemedyView | undefined;
	/** Looks at a remedy, then consents to it. Rejects with the reason when it is refused at once. */
	readonly apply: (diagnosis: string, remedy: string, undo?: boolean) => Promise<RemedyView | undefined>;
}

/** Walks a flow to its end, as `diagnose` does. */
export async function diagnosed(hints: Partial<Hints>, flow = 'check-up'): Promise<LabSession> {
	const content = await loadContent();
	const target = await openTarget('local');
	const journal = memoryJournal();
	const guidebook = guidebookOf(content);
	const engine = new Engine({ target, journal, blobs: memoryBlobs(), clock, timer, guidebook, parsers });
	await engine.begin({
		...{ schema: 1, version: '0.0.0', session: randomUUID(), knowledge: content.fingerprint },
		target: { uri: target.uri, title: target.title, isRoot: target.isRoot },
		hints: { ...noHints, ...hints },
	});
	await drive(engine, { allow: 'read', answers: {}, fallbackFlow: flow, flow });
	const remedy = (diagnosis: string, id: string) => {
		const { body } = engine.screen();
		const views = body.kind === 'diagnosis' ? [...body.diagnoses.flatMap((each) => each.remedies), ...body.treated] : [];
		return views.find((each) => each.diagnosis === diagnosis && each.id === id);
	};
	return {
		engine,
		events: journal.events,
		remedy,
		apply: async (diagnosis, id, undo = false) => {
			await engine.send({ type: 'preview-remedy', diagnosis, remedy: id, undo });
			await engine.idle();
			await engine.send({ type: 'apply-remedy', diagnosis, remedy: id, undo });
			await engine.idle();
			return remedy(diagnosis, id);
		},
	};
}
