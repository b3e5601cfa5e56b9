import type { SearchProgress } from '../domain/index.ts';
import type { SessionHandle } from '../engine/handle.ts';
import type { Screen } from '../session/screen-types.ts';

/** A session that is still being opened. It shows its first screen already, and what is sent waits until it is there. */
export class ComingSession implements SessionHandle {
	readonly #first: Screen;
	readonly #arrival = Promise.withResolvers<SessionHandle>();
	readonly #listeners = new Set<() => void>();
	#arrived: SessionHandle | null = null;

	constructor(first: Screen) {
		this.#first = first;
		// Whoever opens it tells why it failed.
		this.#arrival.promise.catch(() => undefined);
	}

	/** From now on it is this session. */
	arrive(session: SessionHandle): void {
		this.#arrived = session;
		const tell = (): void => {
			for (const listener of this.#listeners) listener();
		};
		session.subscribe(tell);
		this.#arrival.resolve(session);
		tell();
	}

	/** It will never be there. */
	fail(error: unknown): void {
		this.#arrival.reject(error);
	}

	get id(): string {
		return this.#arrived?.id ?? '';
	}

	readonly subscribe: SessionHandle['subscribe'] = (listener) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	readonly screen: SessionHandle['screen'] = () => this.#arrived?.screen() ?? this.#first;

	readonly events: SessionHandle['events'] = () => this.#arrived?.events() ?? nothingYet;

	readonly evidenceText: SessionHandle['evidenceText'] = (id) => this.#arrived?.evidenceText(id) ?? '';

	readonly searchProgress = (): SearchProgress | null => this.#arrived?.searchProgress?.() ?? null;

	readonly send: SessionHandle['send'] = async (intent) => (await this.#arrival.promise).send(intent);

	readonly close: SessionHandle['close'] = async () => {
		const session = await this.#arrival.promise.catch(() => null);
		await session?.close();
	};
}

/** The same list each time: a door redraws when it gets another. */
const nothingYet: ReturnType<SessionHandle['events']> = [];
