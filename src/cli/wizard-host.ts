import { join } from 'node:path';
import { noHints } from '../domain/index.ts';
import { createSearch } from '../knowledge/index.ts';
import { parsers } from '../parsers/index.ts';
import { listSessions } from '../store/index.ts';
import type { PlainHost } from '../headless/plain/index.ts';
import type { WizardHost } from '../tui/host.ts';
import type { Content } from './content.ts';
import { addEvidence } from './evidence.ts';
import { Failure } from './failure.ts';
import { followLog } from './follow-log.ts';
import { tellFormat, tellTarget } from '../catalogue/index.ts';
import { evidenceLanguage } from './evidence-language.ts';
import { language } from './language.ts';
import type { Opening } from './opening.ts';
import { listRecordings, type PracticeRecording } from './recordings.ts';
import type { SharedTerminal } from './terminal.ts';
import { SessionExports } from './session-exports.ts';
import { previewOf } from './export-preview.ts';
import { partsOf } from './transcripts.ts';
import { version } from './version.ts';
import { othersOn, workersIn } from './working.ts';
import { operatorOf } from './owners.ts';
import { beginSession, type OpenedSession, openWorkshop, resumeSession, type Workshop, watchSession } from './workshop.ts';

const m = language.cli.told;

/** What the doors ask, and how to be done with it. */
export interface OpenedHost {
	readonly host: WizardHost & PlainHost;
	/** Closes every session that was opened. */
	readonly close: () => Promise<void>;
}

/** Opens the first session and all around it. Rejects with a Failure where that cannot be. */
export async function openHost(opening: Opening, content: Content, terminal: SharedTerminal): Promise<OpenedHost> {
	const [workshop, recordings] = await Promise.all([openWorkshop(content, terminal), listRecordings()]);
	const sessions = new OpenSessions(workshop);
	const session = await sessions.open(() => openFirst(workshop, opening));
	const exports = new SessionExports();
	return {
		host: hostOf({ workshop, content, recordings, sessions, exports, session }),
		close: async () => {
			await exports.giveUp();
			await sessions.closeAll();
		},
	};
}

async function openFirst(workshop: Workshop, opening: Opening): Promise<OpenedSession> {
	if (opening.kind === 'resume') {
		return resumeSession(workshop, opening.session ?? (await newestOpen(workshop)), opening.takeOver);
	}
	if (opening.kind === 'watch') return watchSession(workshop, opening.session ?? (await newestOpen(workshop)));
	const opened = await beginSession(workshop, opening.uri, opening.hints);
	await addEvidence(opened.engine, opening.evidence);
	return opened;
}

async function newestOpen(workshop: Workshop): Promise<string> {
	const open = (await listSessions(workshop.base)).find((each) => each.canGoOn);
	if (!open) throw new Failure(m.noneOpen);
	return open.id;
}

/** The sessions that one run of the wizard has open, by their handles. */
class OpenSessions {
	readonly #workshop: Workshop;
	readonly #open = new Map<string, OpenedSession>();

	constructor(workshop: Workshop) {
		this.#workshop = workshop;
	}

	async open(begin: (workshop: Workshop) => Promise<OpenedSession>): Promise<OpenedSession['engine']> {
		const opened = await begin(this.#workshop);
		const before = this.#open.get(opened.engine.id);
		this.#open.set(opened.engine.id, opened);
		// One that was looked on and is taken over.
		await before?.close();
		return opened.engine;
	}

	get(id: string): OpenedSession | undefined {
		return this.#open.get(id);
	}

	async closeAll(): Promise<void> {
		await Promise.all([...this.#open.values()].map((each) => each.close()));
	}
}

interface HostParts {
	readonly workshop: Workshop;
	readonly content: Content;
	readonly recordings: readonly PracticeRecording[];
	readonly sessions: OpenSessions;
	readonly exports: SessionExports;
	readonly session: OpenedSession['engine'];
}

function hostOf({ workshop, content, recordings, sessions, exports, session }: HostParts): WizardHost & PlainHost {
	let search: ReturnType<typeof createSearch> | null = null;
	const articleOf = (id: string) => content.articles.find((each) => each.id === id);
	const begin = (uri: string) => sessions.open(() => beginSession(workshop, uri, noHints));
	return {
		version,
		catalogue: language,
		words: evidenceLanguage,
		terminal: workshop.terminal,
		session,
		practice: recordings,
		formats: parsers.map(({ format }) => ({ id: format, title: tellFormat(format, evidenceLanguage) })),
		openPractice: async (id) => {
			const recording = recordings.find((each) => each.id === id);
			if (!recording) throw new Failure(m.noRecording(id));
			return begin(recording.uri);
		},
		openBundle: (path) => begin(`bundle:${path}`),
		sessions: async () =>
			(await listSessions(workshop.base))
				.filter((each) => each.canGoOn && each.id !== session.id)
				.map(({ id, target, flow, startedAt }) => ({
					id,
					title: `${target ? tellTarget(target, language.session.problems) : '?'} · ${flow ?? m.firstLook}`,
					when: startedAt === null ? '' : new Date(startedAt * 1000).toLocaleString('sv').slice(0, 16),
				})),
		resume: (id) => sessions.open(() => resumeSession(workshop, id)),
		startFresh: () => begin('local'),
		others: async () => {
			const first = sessions.get(session.id);
			const found = await (first?.isWatched ? workersIn(workshop, session.id) : othersOn(workshop, first?.target, session.id));
			return Promise.all(found.map(async ({ id, owner }) => ({ id, ...(await operatorOf(owner)) })));
		},
		watchSession: (id) => sessions.open(() => watchSession(workshop, id)),
		isWatched: (handle) => sessions.get(handle.id)?.isWatched ?? false,
		takeOver: (id) => sessions.open(() => resumeSession(workshop, id, true)),
		articles: {
			get: articleOf,
			search: (text) => {
				search ??= createSearch(content.articles);
				return search(text).flatMap((hit) => articleOf(hit.id) ?? []);
			},
		},
		followLog: (handle, onGrowth) => {
			const opened = sessions.get(handle.id);
			return opened ? followLog(opened, onGrowth) : () => undefined;
		},
		previewExport: async (handle, waiting) => {
			const opened = sessions.get(handle.id);
			if (!opened) throw new Failure(m.closed);
			return previewOf(partsOf(opened.engine, content), waiting);
		},
		exportSession: async (handle, kind, waiting) => {
			const opened = sessions.get(handle.id);
			if (!opened) throw new Failure(m.closed);
			return exports.write(partsOf(opened.engine, content), join(workshop.base, handle.id), kind, waiting);
		},
	};
}
