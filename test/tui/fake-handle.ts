import type { Intent, SessionEvent } from '../../src/domain/index.ts';
import type { SessionHandle } from '../../src/engine/handle.ts';
import type { Screen } from '../../src/session/screen-types.ts';

export interface FakeHandle extends SessionHandle {
	readonly sent: readonly Intent[];
	readonly isClosed: () => boolean;
	readonly show: (screen: Screen) => void;
}

interface Script {
	readonly id?: string;
	readonly screen: Screen;
	/** The test may add to it. */
	readonly events?: readonly SessionEvent[];
	readonly texts?: Readonly<Record<string, string>>;
	/** The screen that an intent leads to; null leaves it. Throws what is refused. */
	readonly react?: (intent: Intent, screen: Screen) => Screen | null;
}

/** A session that follows a script instead of an engine. */
export function fakeHandle({ id = 's1', screen, events = [], texts = {}, react = () => null }: Script): FakeHandle {
	const listeners = new Set<() => void>();
	const sent: Intent[] = [];
	let present = screen;
	let isClosed = false;
	const show = (next: Screen): void => {
		present = next;
		for (const listener of listeners) listener();
	};
	return {
		id,
		sent,
		isClosed: () => isClosed,
		show,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		screen: () => present,
		events: () => events,
		evidenceText: (evidence) => texts[evidence] ?? '',
		send: async (intent) => {
			if (!present.legal.has(intent.type)) throw new Error(`"${intent.type}" is not possible here.`);
			sent.push(intent);
			const next = react(intent, present);
			if (next) show(next);
		},
		close: async () => {
			isClosed = true;
		},
	};
}
