import type { Clock, EventBody, Journal, SessionEvent } from '../domain/index.ts';
import { emptyState, evolve, fold, type SessionState } from '../session/index.ts';

/** What has happened in a session, and the state that follows from it: the journal, and both as they are in memory. */
export class History {
	readonly #journal: Journal;
	readonly #clock: Clock;
	#events: SessionEvent[] = [];
	#state: SessionState = emptyState;

	constructor(journal: Journal, clock: Clock) {
		this.#journal = journal;
		this.#clock = clock;
	}

	get events(): readonly SessionEvent[] {
		return this.#events;
	}

	get state(): SessionState {
		return this.#state;
	}

	/** What the journal holds already, or what somebody else has added to it. */
	load(events: readonly SessionEvent[]): void {
		this.#events = [...events];
		this.#state = fold(events);
	}

	/** Writes an event, which is safe once `save` has resolved. Rejects, and stays as it was, where it cannot be written. */
	async add(body: EventBody): Promise<void> {
		const event: SessionEvent = { ...body, seq: this.#state.seq + 1, at: this.#clock.now() };
		const { write, sync, append } = this.#journal;
		await (write && sync ? write(event) : append(event));
		this.#events.push(event);
		this.#state = evolve(this.#state, event);
	}

	/** Resolves when all that was added is on disk. */
	async save(): Promise<void> {
		await this.#journal.sync?.();
	}
}
