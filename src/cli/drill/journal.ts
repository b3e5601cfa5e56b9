import type { EventBody, Hints, Target } from '../../domain/index.ts';
import { acquireLock, createSession, openJournal } from '../../store/index.ts';
import { Failure } from '../failure.ts';
import { language } from '../language.ts';
import { messageOf } from '../message-of.ts';
import { version } from '../version.ts';
import type { Workshop } from '../workshop.ts';
import type { Recorder } from './hands.ts';

const m = language.cli.drill;

/** A session that the drill writes into before the wizard opens it, and after the wizard has left it. */
export interface DrillJournal {
	readonly record: Recorder;
	/** Lets the wizard have the session. */
	readonly close: () => Promise<void>;
}

/** Begins the session that the wizard will be opened on. */
export async function beginJournal(
	workshop: Workshop,
	target: Target,
	hints: Hints,
): Promise<{ readonly id: string; readonly directory: string; readonly journal: DrillJournal }> {
	const { id, directory } = await createSession(workshop.base, workshop.clock);
	const journal = await openDrillJournal(workshop, directory);
	await journal.record({
		type: 'session-started',
		start: {
			...{ schema: 1, version, session: id, hints, knowledge: workshop.content.fingerprint },
			target: { uri: target.uri, title: target.title, isRoot: target.isRoot },
		},
	});
	return { id, directory, journal };
}

/** Rejects with a Failure when somebody else works in the session, or it cannot be written. */
export async function openDrillJournal(workshop: Workshop, directory: string): Promise<DrillJournal> {
	const lock = await acquireLock(directory, workshop.clock);
	if (lock.kind === 'busy') throw new Failure(m.worksHere(lock.owner.pid));
	const { events, journal, readOnly, damage } = await openJournal(directory);
	if (readOnly) {
		await lock.release();
		throw new Failure(m.unwritable(damage ? messageOf(damage) : language.cli.told.damaged));
	}
	let seq = events.length;
	return {
		record: async (body: EventBody) => {
			seq += 1;
			await journal.append({ ...body, seq, at: workshop.clock.now() });
		},
		close: async () => {
			await journal.close();
			await lock.release();
		},
	};
}
