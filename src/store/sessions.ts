import { randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { causeOf, causesOf, problemFor, problemOf } from '../catalogue/index.ts';
import {
	type Clock,
	errorCode,
	errorText,
	type Problem,
	ProblemError,
	type SessionEvent,
	type SessionOutcome,
} from '../domain/index.ts';
import { type JournalText, readJournal } from './journal-text.ts';
import { isSessionId, newSessionId } from './session-id.ts';

/** One line of the list of sessions. */
export interface SessionSummary {
	readonly id: string;
	readonly directory: string;
	readonly target: { readonly uri: string; readonly title: string } | null;
	/** Seconds since 1970; null where the journal holds no event. */
	readonly startedAt: number | null;
	readonly lastEventAt: number | null;
	readonly events: number;
	readonly flow: string | null;
	/** How it was ended; null while it can go on. */
	readonly ended: SessionOutcome | null;
	/** Why it can only be read in part, or not at all; null when all is well. */
	readonly damage: Problem | null;
	/** It was begun and not ended, and events can be added to it. */
	readonly canGoOn: boolean;
}

/** Makes the folder of a new session below the base. Rejects when it cannot. */
export async function createSession(
	base: string,
	clock: Clock,
	random: (count: number) => Uint8Array = randomBytes,
): Promise<{ readonly id: string; readonly directory: string }> {
	for (let attempt = 1; ; attempt++) {
		const id = newSessionId(clock, random);
		const directory = join(base, id);
		try {
			await mkdir(directory, { mode: 0o700 });
			return { id, directory };
		} catch (error) {
			if (errorCode(error) === 'EEXIST' && attempt < 5) continue;
			throw new ProblemError(problemOf('failed', 'noPlace', { path: base, reason: errorText(error) }), { cause: error });
		}
	}
}

/** All sessions below the base, the newest first. Damaged ones are listed with what can be said of them. */
export async function listSessions(base: string): Promise<readonly SessionSummary[]> {
	const summaries: SessionSummary[] = [];
	for (const id of await sessionIds(base)) summaries.push(await summarise(id, join(base, id)));
	return summaries;
}

/** The session whose id begins with the prefix. A full id is always unique. */
export async function findSession(
	base: string,
	prefix: string,
): Promise<
	| { readonly kind: 'found'; readonly session: SessionSummary }
	| { readonly kind: 'none' }
	| { readonly kind: 'several'; readonly ids: readonly string[] }
> {
	const ids = (await sessionIds(base)).filter((id) => id.startsWith(prefix));
	const [id] = ids;
	if (id === undefined) return { kind: 'none' };
	return ids.length > 1 ? { kind: 'several', ids } : { kind: 'found', session: await summarise(id, join(base, id)) };
}

async function sessionIds(base: string): Promise<readonly string[]> {
	const entries = await readdir(base, { withFileTypes: true }).catch((error: unknown) => {
		if (errorCode(error) === 'ENOENT') return [];
		throw error;
	});
	const folders = entries.filter((entry) => entry.isDirectory() && isSessionId(entry.name));
	return folders
		.map((entry) => entry.name)
		.sort()
		.reverse();
}

async function summarise(id: string, directory: string): Promise<SessionSummary> {
	try {
		const journal = await readJournal(directory);
		const told = tell(journal.events);
		const canGoOn = told.events > 0 && told.ended === null && journal.damage === null;
		return { id, directory, ...told, damage: damageOf(journal), canGoOn };
	} catch (error) {
		const isGone = errorCode(error) === 'ENOENT';
		const damage = isGone ? problemOf('failed', 'noJournal') : problemFor('failed', causesOf(error));
		return { id, directory, ...tell([]), damage, canGoOn: false };
	}
}

function damageOf({ damage, tornBytes }: JournalText): Problem | null {
	if (damage) return problemFor('failed', [causeOf('lineDamaged', { line: damage.line }), damage.cause]);
	return tornBytes > 0 ? problemOf('failed', 'lastTorn') : null;
}

function tell(events: readonly SessionEvent[]): Omit<SessionSummary, 'id' | 'directory' | 'damage' | 'canGoOn'> {
	const start = events.find((event) => event.type === 'session-started')?.start;
	const last = events.findLast((event) => event.type === 'session-ended' || event.type === 'session-resumed');
	return {
		target: start ? { uri: start.target.uri, title: start.target.title } : null,
		startedAt: events[0]?.at ?? null,
		lastEventAt: events.at(-1)?.at ?? null,
		events: events.length,
		flow: events.findLast((event) => event.type === 'flow-chosen')?.flow ?? null,
		ended: last?.type === 'session-ended' ? last.outcome : null,
	};
}
