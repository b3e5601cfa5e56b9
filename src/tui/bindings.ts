import type { Key } from 'ink';
import { use, useEffect, useEffectEvent } from 'react';
import type { TuiMessages } from '../catalogue/index.ts';
import { type Layer, RouterContext } from './router.ts';

/** What a key does, as the help says it. */
export type Meaning = keyof TuiMessages['help']['keys'];

/** Under which heading the help tells of a key. */
export type Group = keyof TuiMessages['help']['groups'];

/** Keys that do one thing now. Where they have no use there is no binding, so that the help tells the truth. */
export interface Binding {
	/** By the names that `nameOf` gives. */
	readonly keys: readonly string[];
	readonly does: Meaning;
	/** False passes the key on. */
	readonly act: () => unknown;
}

export interface Listing {
	readonly group: Group;
	readonly bindings: readonly Pick<Binding, 'keys' | 'does'>[];
}

const named: readonly (readonly [keyof Key, string])[] = [
	['return', 'Enter'],
	['escape', 'Escape'],
	['tab', 'Tab'],
	['upArrow', 'Up'],
	['downArrow', 'Down'],
	['leftArrow', 'Left'],
	['rightArrow', 'Right'],
	['pageUp', 'PageUp'],
	['pageDown', 'PageDown'],
	['home', 'Home'],
	['end', 'End'],
	['backspace', 'Backspace'],
	['delete', 'Delete'],
];

/** `Enter`, `PageDown`, `Space`, `Ctrl-D`, or the character itself; empty for what has no name. */
export function nameOf(input: string, key: Key): string {
	const found = named.find(([property]) => key[property] === true);
	if (found) return found[1];
	if (key.meta) return '';
	if (key.ctrl) return `Ctrl-${input.toUpperCase()}`;
	return input === ' ' ? 'Space' : input;
}

/** Keys of a screen, a widget or an overlay: what is handled here is what the help lists, and nothing else. */
export function useBindings(layer: Layer, group: Group, bindings: readonly Binding[], isActive = true): void {
	const { keys } = use(RouterContext);
	const onKey = useEffectEvent((input: string, key: Key): boolean => {
		const name = nameOf(input, key);
		const binding = bindings.find((each) => each.keys.includes(name));
		return binding !== undefined && binding.act() !== false;
	});
	const about = useEffectEvent((): Listing => ({ group, bindings }));
	useEffect(
		() =>
			isActive
				? keys.add(
						layer,
						(input, key) => onKey(input, key),
						() => about(),
					)
				: undefined,
		[keys, layer, isActive],
	);
}

/** What is listed: each key once, for whoever is asked first. */
export function distinct(listings: readonly Listing[]): readonly Listing[] {
	const taken = new Set<string>();
	return listings.map(({ group, bindings }) => ({
		group,
		bindings: bindings.flatMap(({ keys, does }) => {
			const free = keys.filter((key) => !taken.has(key));
			for (const key of free) taken.add(key);
			return free.length === 0 ? [] : [{ keys: free, does }];
		}),
	}));
}
