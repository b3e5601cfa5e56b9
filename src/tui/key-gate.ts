/** Keeps what is typed while an intent is under way until its screen is there. */
export interface KeyGate {
	/** What arrives from now on waits. */
	readonly hold: () => void;
	/** What has waited goes on, one by one, each after the screen that the one before led to. */
	readonly release: () => void;
	/** Does it now or when its turn has come. */
	readonly pass: (work: () => void) => void;
}

/** Enough for what a person types ahead; a key that is held down does not go on for ever. */
const mostWaiting = 64;

export function createKeyGate(): KeyGate {
	const waiting: (() => void)[] = [];
	let isHeld = false;
	let isScheduled = false;
	const next = (): void => {
		isScheduled = false;
		if (isHeld) return;
		waiting.shift()?.();
		schedule();
	};
	const schedule = (): void => {
		if (isScheduled || isHeld || waiting.length === 0) return;
		isScheduled = true;
		// By then React has drawn the screen that the key is meant for.
		setImmediate(next);
	};
	return {
		hold: () => {
			isHeld = true;
		},
		release: () => {
			isHeld = false;
			schedule();
		},
		pass: (work) => {
			if (!isHeld && waiting.length === 0) work();
			else if (waiting.length < mostWaiting) waiting.push(work);
		},
	};
}
