import { tellError } from '../catalogue/index.ts';
import type {
	Assessment,
	BlobStore,
	Clock,
	EventBody,
	Intent,
	Journal,
	Parser,
	SearchProgress,
	SessionEvent,
	SessionStart,
	Target,
	Terminal,
	Timer,
} from '../domain/index.ts';
import {
	assessState,
	type Decision,
	decide,
	follow,
	type Guidebook,
	isNews,
	isNothing,
	type Message,
	proposedFlows,
	readOnlyScreen,
	type Screen,
	type SessionState,
	screenOf,
} from '../session/index.ts';
import { EvidenceIds } from './evidence-ids.ts';
import { EvidenceTexts } from './evidence-texts.ts';
import type { HeadlessSession } from './handle.ts';
import { History } from './history.ts';
import { JournalFailure } from './journal-failure.ts';
import { Listeners } from './listeners.ts';
import { Works } from './works.ts';

export interface EngineParts {
	readonly target: Target;
	readonly journal: Journal;
	readonly blobs: BlobStore;
	readonly clock: Clock;
	readonly timer: Timer;
	/** Where a debugger may be talked to. */
	readonly terminal?: Terminal;
	readonly guidebook: Guidebook;
	readonly parsers: readonly Parser[];
}

/**
 * Runs one session: a message is decided, its events are written to disk, the state follows, then effects run. Messages
 * are taken one at a time, in the order of arrival.
 */
export class Engine implements HeadlessSession {
	readonly #parts: EngineParts;
	readonly #history: History;
	#screen: Screen | null = null;
	#warnings: readonly string[] = [];
	#queue: Promise<void> = Promise.resolve();
	#broken: Error | null = null;
	readonly #texts: EvidenceTexts;
	readonly #works: Works;
	readonly #listeners = new Listeners();
	#progress: SearchProgress | null = null;

	constructor(parts: EngineParts) {
		this.#parts = { ...parts, guidebook: { ...parts.guidebook, canSearch: parts.target.search !== undefined } };
		this.#history = new History(parts.journal, parts.clock);
		this.#texts = new EvidenceTexts(parts.blobs);
		const { target, blobs, clock, timer, parsers, guidebook } = this.#parts;
		const ids = new EvidenceIds(
			(collector) => this.#state.captured.filter((each) => each.evidence.collector === collector).length,
		);
		this.#works = new Works({
			...{ target, blobs, clock, timer, parsers, terminal: parts.terminal ?? null, m: guidebook.m },
			say: (message) => this.#enqueue(() => this.#process(message)),
			keep: (id, sha256, text) => this.#texts.keep(id, sha256, text),
			takeIds: (collector, count) => ids.take(collector, count),
			keepLong: (id, text) => this.#texts.keepLong(id, text),
			isNews: (looks, at) => isNews(this.#state, looks, at, guidebook),
			onSearch: (progress) => {
				this.#progress = progress;
				this.#listeners.tell();
			},
			onFailure: (error) => this.#fail(error),
		});
	}

	/** A new session: writes its first event and starts the first look. */
	async begin(start: SessionStart): Promise<void> {
		await this.#enqueue(async () => {
			await this.#record({ type: 'session-started', start });
			await this.#process({ type: 'begin' });
		});
	}

	/** A session from its journal: the same step, and what only reads starts again where it was interrupted. */
	async resume(events: readonly SessionEvent[], version: string, knowledge: string, warnings: readonly string[]): Promise<void> {
		this.#history.load(events);
		this.#warnings = warnings;
		const changed = this.#state.start !== null && this.#state.start.knowledge !== knowledge;
		if (changed) this.warn([this.#parts.guidebook.m.warnings.knowledgeChanged]);
		await this.#loadTexts();
		await this.#enqueue(async () => {
			await this.#record({ type: 'session-resumed', version, knowledge });
			await this.#process({ type: 'begin' });
		});
	}

	/** A session shown as it was left, without any effect: for a damaged journal. */
	async view(events: readonly SessionEvent[], warning: string): Promise<void> {
		this.#history.load(events);
		this.#broken = new Error(warning);
		this.warn([warning]);
		await this.#loadTexts();
	}

	/** For a session that is viewed while somebody else works in it: all its events as they are now. */
	async observe(events: readonly SessionEvent[]): Promise<void> {
		if (events.length <= this.#history.events.length) return;
		this.#history.load(events);
		await this.#loadTexts();
		this.#changed();
	}

	/** Things that the operator should know, though they stop nothing. */
	warn(texts: readonly string[]): void {
		this.#warnings = [...this.#warnings, ...texts];
		this.#screen = null;
	}

	get #state(): SessionState {
		return this.#history.state;
	}

	get id(): string {
		return this.#state.start?.session ?? '';
	}

	readonly state = (): SessionState => this.#state;

	readonly assessment = (): Assessment => assessState(this.#state, this.#parts.guidebook);

	readonly proposals = (): readonly string[] => proposedFlows(this.#parts.guidebook, this.#parts.guidebook.factsOf(this.#state));

	readonly events = (): readonly SessionEvent[] => this.#history.events;

	readonly evidenceText = (id: string): string => this.#texts.of(id);

	readonly evidenceLines = (id: string, firstLine: number, lastLine: number): string =>
		this.#texts.lines(id, firstLine, lastLine);

	readonly screen = (): Screen => {
		if (this.#screen === null) {
			const screen = screenOf(this.#state, this.#parts.guidebook, this.#warnings);
			this.#screen = this.#broken === null ? screen : readOnlyScreen(screen);
		}
		return this.#screen;
	};

	readonly searchProgress = (): SearchProgress | null => this.#progress;

	readonly subscribe = this.#listeners.add;

	readonly send = (intent: Intent): Promise<void> => this.#enqueue(() => this.#process({ type: 'intent', intent }));

	/** Resolves when no message and no effect is under way. */
	readonly idle = async (): Promise<void> => {
		do {
			await this.#queue;
			await this.#works.settled();
		} while (!this.#works.isIdle);
		await this.#queue;
	};

	readonly close = async (): Promise<void> => {
		this.#works.end();
		await this.idle().catch(() => undefined);
		await this.#parts.journal.close();
	};

	#enqueue(work: () => Promise<void>): Promise<void> {
		const done = this.#queue.then(work);
		this.#queue = done.catch(() => undefined);
		return done;
	}

	async #process(message: Message): Promise<void> {
		if (this.#broken) throw this.#broken;
		await this.#commit(decide(this.#state, message, this.#parts.guidebook));
		for (;;) {
			const next = follow(this.#state, this.#parts.guidebook);
			if (isNothing(next)) break;
			await this.#commit(next);
		}
		const saved = this.#save();
		saved.catch(() => undefined);
		this.#changed();
		// What was captured is not done because of the journal; what is to be done waits for it.
		if (message.type !== 'captured' && message.type !== 'collected') await saved;
	}

	async #commit(decision: Decision): Promise<void> {
		for (const body of decision.events) await this.#record(body);
		if (decision.effects.length > 0) await this.#save();
		for (const effect of decision.effects) this.#works.run(effect);
	}

	async #record(body: EventBody): Promise<void> {
		await this.#kept(this.#history.add(body));
		this.#screen = null;
	}

	async #save(): Promise<void> {
		await this.#kept(this.#history.save());
	}

	/** Rejects, as everything after it, when the events are not safely on disk. */
	async #kept(work: Promise<void>): Promise<void> {
		try {
			await work;
		} catch (error) {
			this.#fail(error);
			throw this.#broken;
		}
	}

	async #loadTexts(): Promise<void> {
		const lost = await this.#texts.load(this.#state.captured.map((each) => each.evidence));
		this.warn(lost.map((id) => this.#parts.guidebook.m.warnings.lostText(id)));
	}

	/** Without a journal nothing may happen any more. */
	#fail(error: unknown): void {
		if (this.#broken) return;
		const { m } = this.#parts.guidebook;
		this.#broken = new JournalFailure(m.warnings.stopped(tellError(error, m.problems)), { cause: error });
		this.warn([this.#broken.message]);
		this.#works.end();
		this.#changed();
	}

	#changed(): void {
		this.#screen = null;
		this.#listeners.tell();
	}
}
