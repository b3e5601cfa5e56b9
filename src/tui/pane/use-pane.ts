import { useMemo, useState } from 'react';
import { useBindings } from '../bindings.ts';
import { useCopy } from '../copy.ts';
import { useNotes } from '../notes.ts';
import { withoutColour } from '../text/cells.ts';
import { wrap } from '../text/wrap.ts';
import { jumpsOf, type PaneContent, type PaneLine } from './content.ts';
import type { Geometry } from './scroll.ts';
import { paneCommands } from './commands.ts';
import { initialPane, lineInMind, movePane, type PaneCommand, type PaneState, settlePane } from './state.ts';

/** `paging` leaves the arrows to a list beside the pane. */
export type PaneFocus = 'full' | 'paging' | 'none';

export interface Pane {
	readonly state: PaneState;
	readonly geometry: Geometry;
	/** Wrapped rows of one line. */
	readonly rows: (line: number) => readonly string[];
	readonly isSearching: boolean;
	readonly search: (query: string) => void;
	readonly cancelSearch: () => void;
}

interface Measures {
	readonly content: PaneContent;
	/** Columns for text. */
	readonly width: number;
	readonly height: number;
}

/** State and keys of a pane. Lines are wrapped one by one when they come into view. */
export function usePane({ content, width, height }: Measures, focus: PaneFocus): Pane {
	const wrapped = useMemo(() => createRows(content, width), [content, width]);
	const geometryOf = (isWrapped: boolean): Geometry => ({
		count: content.count,
		height,
		rowsOf: (line) => (isWrapped ? wrapped(line).length : 1),
	});
	const [stored, setStored] = useState(() => initialPane(content, geometryOf(true)));
	const copy = useCopy();
	const notes = useNotes();
	const jumps = useMemo(
		() => (notes.isEmpty ? content.marks : jumpsOf(content, (place) => notes.on(place).length > 0)),
		[content, notes],
	);
	const [isSearching, setSearching] = useState(false);
	const state = settlePane(stored, geometryOf(stored.wrap));
	const geometry = geometryOf(state.wrap);
	const move = (command: PaneCommand): boolean => {
		const next = geometryOf(command.type === 'toggle-wrap' ? !state.wrap : state.wrap);
		setStored(movePane(state, command, { ...content, marks: jumps }, next));
		return true;
	};
	const place = (line: number | null) => (line === null ? null : content.placeAt(line));
	const note = (): void => {
		const line = lineInMind(state, content, geometry);
		const at = place(line);
		if (line !== null && at !== null) notes.write({ place: at, text: content.line(line).text }, focus === 'full');
	};
	const canNote = notes.canWrite && place(lineInMind(state, content, geometry)) !== null;
	const copyLine = (): void => {
		const line = lineInMind(state, content, geometry);
		copy(line === null ? '' : withoutColour(content.line(line).text), 'line');
	};
	useBindings(
		'widget',
		'text',
		[
			{ keys: ['/'], does: 'search', act: () => setSearching(true) },
			{ keys: ['y'], does: 'copyLine', act: copyLine },
			...(canNote ? [{ keys: ['m'], does: focus === 'full' ? 'noteLine' : 'noteStepOrLine', act: note } as const] : []),
			...paneCommands(focus === 'full', state.wrap, height).map(({ keys, does, command }) => ({
				keys,
				does,
				act: () => move(command),
			})),
		],
		focus !== 'none',
	);
	return {
		state,
		geometry,
		rows: (line) => (state.wrap ? wrapped(line) : [content.line(line).text]),
		isSearching,
		search: (query) => {
			setSearching(false);
			move({ type: 'search', query });
		},
		cancelSearch: () => setSearching(false),
	};
}

function wrapLine({ text, hang }: PaneLine, width: number): readonly string[] {
	return wrap(text, width, hang);
}

function createRows(content: PaneContent, width: number): (line: number) => readonly string[] {
	const known = new Map<number, readonly string[]>();
	return (line) => {
		const rows = known.get(line) ?? wrapLine(content.line(line), width);
		known.set(line, rows);
		return rows;
	};
}
