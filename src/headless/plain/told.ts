import type { Screen } from '../../session/index.ts';

/** Remembers which outputs were told at earlier steps, so that they are not told twice. */
export class Told {
	#step = '';
	#earlier = new Set<string>();
	readonly #seen = new Set<string>();

	/** To be called with each screen before it is told: what it tells is old from the next step on. */
	enter({ banner, body }: Screen): void {
		const step = banner.path.join('\n');
		if (step !== this.#step) this.#earlier = new Set(this.#seen);
		this.#step = step;
		const items = body.kind === 'collect' ? body.items : [];
		for (const evidence of items.flatMap((item) => item.evidence)) this.#seen.add(evidence.id);
	}

	/** Everything is told in full again. */
	forget(): void {
		this.#earlier.clear();
	}

	readonly isTold = (evidence: string): boolean => this.#earlier.has(evidence);
}
