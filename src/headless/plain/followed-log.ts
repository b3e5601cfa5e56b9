import type { SessionHandle } from '../../engine/handle.ts';
import { grow, hasGrown, latestLog, nothingGrown, withoutHeads } from '../../session/log-growth.ts';
import { hiddenLine } from './foreign.ts';
import type { Walk } from './walk.ts';

/** What comes to the error log while the operator is asked: it is told before the next question. */
export class FollowedLog {
	readonly #walk: Walk;
	#handle: SessionHandle | null = null;
	#read: string | null = null;
	#grown = nothingGrown;
	#stop: () => void = () => undefined;

	constructor(walk: Walk) {
		this.#walk = walk;
	}

	/** Follows from where the log was read last. */
	follow(): void {
		const { handle, host } = this.#walk;
		const read = latestLog(handle.events());
		if (this.#handle === handle && this.#read === read) return;
		this.end();
		this.#handle = handle;
		this.#read = read;
		this.#stop = host.followLog?.(handle, (growth) => void (this.#grown = grow(this.#grown, growth))) ?? this.#stop;
	}

	/** Each line once. */
	tell(): void {
		const { m, talk, handle } = this.#walk;
		const { lines, matter, last, change } = this.#grown;
		if (!hasGrown(this.#grown)) return;
		const again = handle.screen().legal.has('repeat') ? m.log.again : '';
		talk.say(change === null ? m.log.followed(lines, matter, again, hiddenLine(withoutHeads(last))) : m.log.turned[change]);
		this.#grown = nothingGrown;
	}

	end(): void {
		this.#stop();
		this.#stop = () => undefined;
		this.#grown = nothingGrown;
	}
}
