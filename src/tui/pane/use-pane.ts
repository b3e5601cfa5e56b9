import type { Key } from 'ink';
import { useMemo, useState } from 'react';
import { useCopy } from '../copy.ts';
import { useNotes } from '../notes.ts';
import { useKeys } from '../router.ts';
import { withoutColour } from '../text/cells.ts';
import { wrap } from '../text/wrap.ts';
import { jumpsOf, type PaneContent, type PaneLine } from './content.ts';
import type { Geometry } from './scroll.ts';
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
	useKeys(
		'widget',
		(input, key) => {
			if (input === '/') {
				setSearching(true);
				return true;
			}
			if (input === 'y') {
				const line = lineInMind(state, content, geometry);
				copy(line === null ? '' : withoutColour(content.line(line).text), 'line');
				return true;
			}
			if (input === 'm' && !key.ctrl && !key.meta) {
				const line = lineInMind(state, content, geometry);
				const place = line === null ? null : content.placeAt(line);
				return line !== null && place !== null && notes.write({ place, text: content.line(line).text }, focus === 'full');
			}
			const command = commandOf(input, key, focus === 'full', height);
			return command !== null && move(command);
		},
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

function commandOf(input: string, key: Key, arrows: boolean, height: number): PaneCommand | null {
	if (key.pageDown || input === ' ') return { type: 'pages', by: 1 };
	if (key.pageUp) return { type: 'pages', by: -1 };
	if (key.ctrl) return halfPage(input, height);
	switch (input) {
		case '[':
			return { type: 'mark', step: -1 };
		case ']':
			return { type: 'mark', step: 1 };
		case 'n':
			return { type: 'hit', step: 1 };
		case 'N':
			return { type: 'hit', step: -1 };
		case 'w':
			return { type: 'toggle-wrap' };
	}
	return arrows ? arrowCommandOf(input, key) : null;
}

function halfPage(input: string, height: number): PaneCommand | null {
	if (input !== 'd' && input !== 'u') return null;
	return { type: 'rows', by: (input === 'd' ? 1 : -1) * Math.max(1, Math.floor(height / 2)) };
}

function arrowCommandOf(input: string, key: Key): PaneCommand | null {
	if (key.downArrow || input === 'j') return { type: 'rows', by: 1 };
	if (key.upArrow || input === 'k') return { type: 'rows', by: -1 };
	if (key.rightArrow || input === 'l') return { type: 'columns', by: 8 };
	if (key.leftArrow || input === 'h') return { type: 'columns', by: -8 };
	if (key.home || input === 'g') return { type: 'home' };
	if (key.end || input === 'G') return { type: 'end' };
	return null;
}
