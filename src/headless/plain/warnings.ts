import type { Walk } from './walk.ts';

/** Tells the warnings of a session once each. */
export class Warnings {
	readonly #walk: Walk;
	#told = 0;

	constructor(walk: Walk) {
		this.#walk = walk;
	}

	tell(): void {
		const { handle, talk, m } = this.#walk;
		const { warnings } = handle.screen();
		for (const warning of warnings.slice(this.#told)) talk.say(m.banner.warning(warning));
		this.#told = warnings.length;
	}
}
