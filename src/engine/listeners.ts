/** Who is told that something has changed. */
export class Listeners {
	readonly #all = new Set<() => void>();

	/** Gives how to be told no longer. */
	readonly add = (listener: () => void): (() => void) => {
		this.#all.add(listener);
		return () => this.#all.delete(listener);
	};

	tell(): void {
		for (const listener of this.#all) listener();
	}
}
