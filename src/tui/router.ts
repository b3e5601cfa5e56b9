import { type Key, useInput, usePaste } from 'ink';
import { createContext, use, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import type { Listing } from './bindings.ts';
import { createKeyGate, type KeyGate } from './key-gate.ts';

/**
 * Who gets a key first. A handler that returns true keeps it; so no key does two things, and a text field can take
 * letters that mean something elsewhere. `watch` only looks on, and `last` hears what nobody wanted.
 */
const layers = ['watch', 'field', 'command', 'widget', 'screen', 'global', 'last'] as const;
export type Layer = (typeof layers)[number];

export type KeyHandler = (input: string, key: Key) => boolean;
export type PasteHandler = (text: string) => boolean;

interface Registry<Handler> {
	/** `about` tells what it listens to. */
	readonly add: (layer: Layer, handler: Handler, about?: () => Listing) => () => void;
	/** What is listened to now, in the order of asking. */
	readonly listings: () => readonly Listing[];
	/** Handlers of now, the first to be asked first; within a layer the latest. */
	readonly list: () => readonly Handler[];
	readonly has: (layer: Layer) => boolean;
	readonly subscribe: (listener: () => void) => () => void;
}

export interface Router {
	readonly keys: Registry<KeyHandler>;
	readonly pastes: Registry<PasteHandler>;
	readonly gate: KeyGate;
	/** As if that key were pressed once what the present one led to is drawn. */
	readonly press: (input: string) => void;
}

function createRegistry<Handler>(): Registry<Handler> {
	const entries = new Set<{ readonly layer: Layer; readonly handler: Handler; readonly about: (() => Listing) | undefined }>();
	const listeners = new Set<() => void>();
	const of = (layer: Layer) => [...entries].filter((entry) => entry.layer === layer);
	const changed = (): void => {
		for (const listener of listeners) listener();
	};
	return {
		add: (layer, handler, about) => {
			const entry = { layer, handler, about };
			entries.add(entry);
			changed();
			return () => {
				entries.delete(entry);
				changed();
			};
		},
		listings: () => layers.flatMap((layer) => of(layer).toReversed()).flatMap(({ about }) => (about ? [about()] : [])),
		list: () => layers.flatMap((layer) => of(layer).toReversed()).map(({ handler }) => handler),
		has: (layer) => of(layer).length > 0,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** A key of its own name: no arrow, no Enter, nothing held down. */
const plainKey: Key = {
	...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageDown: false, pageUp: false },
	...{ home: false, end: false, return: false, escape: false, tab: false, backspace: false, delete: false },
	...{ ctrl: false, shift: false, meta: false, super: false, hyper: false, capsLock: false, numLock: false },
};

function createRouter(): Router {
	const keys = createRegistry<KeyHandler>();
	const press = (input: string): void => {
		setImmediate(() => void keys.list().some((handler) => handler(input, plainKey)));
	};
	return { keys, pastes: createRegistry<PasteHandler>(), gate: createKeyGate(), press };
}

export const RouterContext = createContext<Router>(createRouter());

/** The one place where Ink's input enters; everything else registers here. */
export function useRouter(): Router {
	const router = useMemo(() => createRouter(), []);
	useInput((input, key) => {
		const work = (): void => void router.keys.list().some((handler) => handler(input, key));
		// Whoever wants to leave is not kept waiting.
		if (key.ctrl && input === 'c') work();
		else router.gate.pass(work);
	});
	usePaste((text) => {
		router.gate.pass(() => void router.pastes.list().some((handler) => handler(text)));
	});
	return router;
}

export function useKeys(layer: Layer, handler: KeyHandler, isActive = true): void {
	const { keys } = use(RouterContext);
	const onKey = useEffectEvent(handler);
	useEffect(() => (isActive ? keys.add(layer, (input, key) => onKey(input, key)) : undefined), [keys, layer, isActive]);
}

export function usePastes(layer: Layer, handler: PasteHandler, isActive = true): void {
	const { pastes } = use(RouterContext);
	const onPaste = useEffectEvent(handler);
	useEffect(() => (isActive ? pastes.add(layer, (text) => onPaste(text)) : undefined), [pastes, layer, isActive]);
}

/** A text field has the keyboard: widgets that listen to Ink themselves must not. */
export function useIsTyping(): boolean {
	const { keys } = use(RouterContext);
	return useSyncExternalStore(keys.subscribe, () => keys.has('field'));
}
