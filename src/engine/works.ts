import type { SearchProgress, Timer } from '../domain/index.ts';
import type { CapturedEvidence, Effect } from '../session/index.ts';
import { debug } from './debug.ts';
import { collect, type EffectContext, readPaste } from './effects.ts';
import { lookAgain } from './look-again.ts';
import { performRemedy } from './perform-remedy.ts';
import { previewRemedy } from './preview-remedy.ts';
import { searchLog } from './search-log.ts';

/** What the effects of one session may touch, beside the signal that stops them. */
export interface WorkParts extends Omit<EffectContext, 'signal'> {
	readonly timer: Timer;
	readonly isNews: (looks: readonly CapturedEvidence[], at: number) => boolean;
	/** How far the search of the whole log is; null once it has ended. */
	readonly onSearch: (progress: SearchProgress | null) => void;
	/** An effect could not tell what it did. */
	readonly onFailure: (error: unknown) => void;
}

/** Effects that take time. */
type Work = Exclude<Effect, { type: 'stop-all' | 'stop-watch' | 'stop-search' }>;

/** The effects of a session that are under way. */
export class Works {
	readonly #parts: WorkParts;
	readonly #running = new Set<Promise<void>>();
	#abort = new AbortController();
	#search = new AbortController();
	#callOff = (): void => undefined;
	#isOver = false;

	constructor(parts: WorkParts) {
		this.#parts = parts;
	}

	run(effect: Effect): void {
		switch (effect.type) {
			case 'stop-all':
				this.#abort.abort();
				this.#abort = new AbortController();
				return;
			case 'stop-watch':
				this.#callOff();
				return;
			case 'look-again':
				// A look that is waited for is nothing that goes on.
				this.#callOff();
				if (!this.#isOver) this.#callOff = this.#parts.timer.after(effect.after, () => this.#start(effect));
				return;
			case 'stop-search':
				this.#search.abort();
				return;
			case 'search-log':
				this.#search = new AbortController();
				this.#start(effect, this.#search.signal);
				return;
			case 'collect':
			case 'read-paste':
			case 'preview-remedy':
			case 'apply-remedy':
			case 'debug':
				this.#start(effect);
		}
	}

	/** Stops everything, for good. */
	end(): void {
		this.#isOver = true;
		this.#callOff();
		this.#abort.abort();
		this.#search.abort();
	}

	get isIdle(): boolean {
		return this.#running.size === 0;
	}

	/** Resolves when all that runs now has ended. */
	async settled(): Promise<void> {
		await Promise.all(this.#running);
	}

	#start(effect: Work, signal = this.#abort.signal): void {
		if (this.#isOver) return;
		const work = this.#perform(effect, { ...this.#parts, signal })
			.catch((error: unknown) => this.#parts.onFailure(error))
			.finally(() => this.#running.delete(work));
		this.#running.add(work);
	}

	async #perform(effect: Work, context: EffectContext): Promise<void> {
		switch (effect.type) {
			case 'collect':
				return collect(effect, context);
			case 'read-paste':
				return readPaste(effect, context);
			case 'preview-remedy':
				return previewRemedy(effect, context);
			case 'apply-remedy':
				return performRemedy(effect, context);
			case 'debug':
				return debug(effect, context);
			case 'search-log':
				return searchLog(effect, context, this.#parts.onSearch);
			case 'look-again':
				return lookAgain(effect, context, this.#parts.isNews);
		}
	}
}
