export type Background = 'dark' | 'light';

type Environment = Readonly<Record<string, string | undefined>>;

/** OSC 11: the terminal answers with the colour of its background, or with nothing at all. */
export const backgroundQuestion = '\u001b]11;?\u0007';

const answer = /^\u001b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i;

/** Brightness of the three colours as the eye weighs them. */
const weights = [0.299, 0.587, 0.114] as const;

/** The background in an answer to the question; null where it is another answer. */
export function backgroundIn(report: string): Background | null {
	const channels = answer.exec(report)?.slice(1);
	if (!channels) return null;
	const parts = channels.map(
		(digits, index) => (Number.parseInt(digits, 16) / (16 ** digits.length - 1)) * (weights[index] ?? 0),
	);
	return parts.reduce((sum, part) => sum + part, 0) > 0.5 ? 'light' : 'dark';
}

/** What some terminals say in COLORFGBG, such as `0;default;15`; null where it says nothing. */
export function backgroundOf({ COLORFGBG }: Environment): Background | null {
	const colour = /;(\d{1,2})$/.exec(COLORFGBG ?? '')?.[1];
	if (colour === undefined) return null;
	return Number(colour) === 7 || Number(colour) > 8 ? 'light' : 'dark';
}

/** The question draws something on the Linux console, and is lost in GNU screen. Without colours nobody needs the answer. */
export function mayAskBackground(env: Environment): boolean {
	const isKnown = backgroundOf(env) !== null || Boolean(env.NO_COLOR);
	return !isKnown && !env.STY && !/^(?:linux|dumb|vt\d+)/.test(env.TERM ?? 'dumb');
}

/** The background as far as it is known; dark until the terminal says otherwise. */
export interface KnownBackground {
	readonly get: () => Background;
	readonly subscribe: (listener: () => void) => () => void;
	/** A control string that the terminal sent; any but an answer is left aside. */
	readonly learn: (report: string) => void;
	/** Resolves with the answer. */
	readonly answered: Promise<void>;
}

export function createBackground(env: Environment): KnownBackground {
	let known = backgroundOf(env) ?? 'dark';
	const listeners = new Set<() => void>();
	const { promise, resolve } = Promise.withResolvers<void>();
	return {
		get: () => known,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		learn: (report) => {
			const told = backgroundIn(report);
			if (told === null) return;
			known = told;
			resolve();
			for (const listener of listeners) listener();
		},
		answered: promise,
	};
}
