import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Clock, type Hints, type Journal, noHints, type Target } from '../domain/index.ts';
import { Engine } from '../engine/index.ts';
import { exitCode } from '../headless/index.ts';
import { parsers } from '../parsers/index.ts';
import type { Guidebook } from '../session/index.ts';
import {
	acquireLock,
	createBlobStore,
	createSession,
	defaultBase,
	findSession,
	lockOwner,
	openJournal,
	prepareBase,
	readJournal,
	type SessionSummary,
} from '../store/index.ts';
import { openTarget, TargetError } from '../targets/index.ts';
import { clock, timer } from './clock.ts';
import type { Content } from './content.ts';
import { addLooseEvidence } from './evidence.ts';
import { Failure } from './failure.ts';
import { guidebookOf } from './guidebook.ts';
import { kept } from './kept.ts';
import { language } from './language.ts';
import { messageOf } from './message-of.ts';
import { askToLeave, describeOwner } from './owners.ts';
import { hereNow } from './recordings.ts';
import { ownSearcher } from './own-searcher.ts';
import { createTerminal, type SharedTerminal } from './terminal.ts';
import { version } from './version.ts';
import { othersOn } from './working.ts';

const m = language.cli.told;

/** Everything that sessions of this program run share. */
export interface Workshop {
	readonly content: Content;
	/** Folder of the sessions; made when the first one is begun. */
	readonly base: string;
	readonly warnings: readonly string[];
	readonly clock: Clock;
	/** The operator's; sessions may ask to lend it. */
	readonly terminal: SharedTerminal;
}

/** A running session, and how to be done with it. */
export interface OpenedSession {
	readonly engine: Engine;
	readonly target: Target;
	/** Somebody else works in it, and it is only looked on. */
	readonly isWatched: boolean;
	/** Closes the session and lets others have it. */
	readonly close: () => Promise<void>;
}

const closedJournal: Journal = {
	append: () => Promise.reject(new Error('opened for reading')),
	close: () => Promise.resolve(),
};

const lookEveryMs = 500;

export async function openWorkshop(content: Content, terminal: SharedTerminal = createTerminal()): Promise<Workshop> {
	const { directory, warning } = await kept(() => prepareBase(defaultBase(process.env)));
	return { content, base: directory, warnings: warning === null ? [] : [messageOf(warning)], clock, terminal };
}

/**
 * Begins a session on a target. Hints of a bundle count where the operator gave none.
 * @param walk set where nobody walks: then what will be needed is collected ahead.
 */
export async function beginSession(
	workshop: Workshop,
	uri: string,
	hints: Hints,
	walk: Guidebook['walk'] = null,
): Promise<OpenedSession> {
	const target = await reach(uri);
	const { id, directory } = await kept(() => createSession(workshop.base, workshop.clock));
	const opened = await openIn(workshop, directory, target, walk);
	try {
		const others = (await othersOn(workshop, target, id)).map(({ id: theirs, owner }) =>
			m.othersHere(describeOwner(owner), theirs),
		);
		opened.engine.warn([...workshop.warnings, ...others, ...missingPaths(target, hints)]);
		await opened.engine.begin({
			schema: 1,
			version,
			session: id,
			target: { uri: target.uri, title: target.title, isRoot: target.isRoot },
			hints: withKnown(hints, target.recording?.hints ?? noHints),
			knowledge: workshop.content.fingerprint,
		});
		await addLooseEvidence(opened.engine, target);
		return opened;
	} catch (error) {
		await opened.close();
		throw error;
	}
}

/** What the operator told counts first. */
function withKnown(told: Hints, known: Hints): Hints {
	return {
		httpd: told.httpd ?? known.httpd,
		config: told.config ?? known.config,
		errorLog: told.errorLog ?? known.errorLog,
		core: told.core ?? known.core,
		since: told.since ?? known.since,
	};
}

/** Takes up a session again at the step where it was left; with `takeOver` whoever works in it is asked to leave. */
export async function resumeSession(workshop: Workshop, prefix: string, takeOver = false): Promise<OpenedSession> {
	const { directory, target: was } = await sessionNamed(workshop, prefix);
	if (takeOver) await askToLeave(directory);
	const target = await reach(was?.uri ?? 'none');
	return openIn(workshop, directory, target);
}

/** Looks on while somebody else works in a session: nothing is written, and nothing can be done. */
export async function watchSession(workshop: Workshop, prefix: string): Promise<OpenedSession> {
	const { directory } = await sessionNamed(workshop, prefix);
	const owner = await lockOwner(directory);
	const who = owner === null ? m.nobodyHere : m.worksHere(describeOwner(owner));
	const target = await reach('none');
	const engine = createEngine(workshop, directory, target, closedJournal);
	await engine.view((await readJournal(directory)).events, m.lookedOn(who));
	const look = async (): Promise<void> => engine.observe((await readJournal(directory)).events);
	const looking = setInterval(() => void look().catch(() => undefined), lookEveryMs).unref();
	return {
		engine,
		target,
		isWatched: true,
		close: async () => {
			clearInterval(looking);
			await engine.close();
		},
	};
}

/** A session as it is on disk, for reading only: nobody is kept out, nothing is written. */
export async function viewSession(workshop: Workshop, prefix: string): Promise<Engine> {
	const { directory } = await sessionNamed(workshop, prefix);
	const { events } = await readJournal(directory);
	const engine = createEngine(workshop, directory, await reach('none'), closedJournal);
	await engine.view(events, m.forReading);
	return engine;
}

export async function sessionNamed(workshop: Workshop, prefix: string): Promise<SessionSummary> {
	const found = await findSession(workshop.base, prefix);
	switch (found.kind) {
		case 'found':
			return found.session;
		case 'none':
			throw new Failure(m.noSession(prefix));
		case 'several':
			throw new Failure(m.severalSessions(prefix, found.ids));
	}
}

async function reach(uri: string) {
	try {
		return await openTarget(hereNow(uri), ownSearcher());
	} catch (error) {
		if (error instanceof TargetError) {
			throw new Failure(messageOf(error.problem), exitCode.unreachable);
		}
		throw error;
	}
}

async function openIn(
	workshop: Workshop,
	directory: string,
	target: Target,
	walk: Guidebook['walk'] = null,
): Promise<OpenedSession> {
	const lock = await acquireLock(directory, workshop.clock);
	if (lock.kind === 'busy') {
		const id = basename(directory);
		throw new Failure(m.busy(describeOwner(lock.owner), id));
	}
	const endings = [lock.release];
	const close = async (): Promise<void> => {
		for (const end of endings.toReversed()) await end();
	};
	try {
		const { events, journal, readOnly, damage: problem } = await openJournal(directory);
		const damage = problem && messageOf(problem);
		const engine = createEngine(workshop, directory, target, journal, walk);
		endings.push(engine.close);
		if (readOnly) await engine.view(events, m.readOnly(damage ?? m.damaged));
		else if (events.length > 0) {
			await engine.resume(events, version, workshop.content.fingerprint, damage === null ? [] : [damage]);
		}
		return { engine, target, isWatched: false, close };
	} catch (error) {
		// Whoever cannot open it must not keep others out.
		await close();
		throw error;
	}
}

function createEngine(
	workshop: Workshop,
	directory: string,
	target: Target,
	journal: Journal,
	walk: Guidebook['walk'] = null,
): Engine {
	return new Engine({
		target,
		journal,
		blobs: createBlobStore(directory),
		clock: workshop.clock,
		timer,
		terminal: workshop.terminal,
		guidebook: guidebookOf(workshop.content, walk),
		parsers,
	});
}

/** Paths that the operator named and that are not there: the session goes on, and may find out why. */
function missingPaths(target: Target, { httpd, config, errorLog, core }: Hints): readonly string[] {
	if (target.uri !== 'local') return [];
	const named = { '--httpd': httpd, '--config': config, '--error-log': errorLog, '--core': core };
	return Object.entries(named).flatMap(([option, path]) =>
		path === null || existsSync(path) ? [] : [m.missingPath(option, path)],
	);
}
