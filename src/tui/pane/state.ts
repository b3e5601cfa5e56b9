import type { PaneContent } from './content.ts';
import { type Anchor, clamp, type Geometry, lastTop, moveBy, reveal, start, visibleRows } from './scroll.ts';

export interface PaneState {
	readonly top: Anchor;
	/** First column shown; always 0 while lines are wrapped. */
	readonly left: number;
	readonly wrap: boolean;
	/** Text looked for; empty when nothing is. */
	readonly query: string;
	/** Line of the present hit or mark that was jumped to; null before the first jump. */
	readonly at: number | null;
	/** The last search found nothing. */
	readonly missed: boolean;
}

export type PaneCommand =
	| { readonly type: 'rows'; readonly by: number }
	| { readonly type: 'pages'; readonly by: number }
	| { readonly type: 'columns'; readonly by: number }
	| { readonly type: 'home' | 'end' | 'toggle-wrap' }
	| { readonly type: 'mark' | 'hit'; readonly step: 1 | -1 }
	| { readonly type: 'search'; readonly query: string };

/** Rows above the first mark, so that it is seen what it follows. */
const rowsBefore = 3;

export function initialPane(content: PaneContent, geometry: Geometry): PaneState {
	const first = content.opensAtMark ? (content.marks[0] ?? null) : null;
	const top = first === null ? start : clamp(moveBy({ line: first, row: 0 }, -rowsBefore, geometry), geometry);
	return { top, left: 0, wrap: true, query: '', at: first, missed: false };
}

/** Pure: the same state, command and content give the same state. */
export function movePane(state: PaneState, command: PaneCommand, content: PaneContent, geometry: Geometry): PaneState {
	switch (command.type) {
		case 'rows':
			return { ...state, top: moveBy(state.top, command.by, geometry) };
		case 'pages':
			return { ...state, top: moveBy(state.top, command.by * Math.max(1, geometry.height - 1), geometry) };
		case 'columns':
			return state.wrap ? state : { ...state, left: Math.max(0, state.left + command.by) };
		case 'home':
			return { ...state, top: start, left: 0 };
		case 'end':
			return { ...state, top: lastTop(geometry) };
		case 'toggle-wrap':
			return { ...state, wrap: !state.wrap, left: 0, top: { line: state.top.line, row: 0 } };
		case 'mark':
			return jump(state, nextOf(content.marks, state.at ?? state.top.line - command.step, command.step), geometry);
		case 'search':
			return search({ ...state, query: command.query, missed: false }, content, geometry);
		case 'hit':
			return state.query === ''
				? movePane(state, { type: 'mark', step: command.step }, content, geometry)
				: findHit(state, (state.at ?? state.top.line) + command.step, command.step, content, geometry);
	}
}

/** After the window or the content has changed. */
export function settlePane(state: PaneState, geometry: Geometry): PaneState {
	const top = clamp(state.top, geometry);
	return top.line === state.top.line && top.row === state.top.row ? state : { ...state, top };
}

/**
 * The line that a copy is meant for: the hit or mark that was jumped to, else the first marked line in sight, else the
 * topmost. Null where there is no line.
 */
export function lineInMind({ at, top }: PaneState, content: PaneContent, geometry: Geometry): number | null {
	const shown = [...new Set(visibleRows(top, geometry).map(({ line }) => line))];
	if (at !== null && shown.includes(at)) return at;
	return shown.find((line) => content.line(line).mark) ?? shown[0] ?? null;
}

function search(state: PaneState, content: PaneContent, geometry: Geometry): PaneState {
	return state.query === '' ? state : findHit(state, state.top.line, 1, content, geometry);
}

/** Looks from a line onwards, once around. */
function findHit(state: PaneState, from: number, step: 1 | -1, content: PaneContent, geometry: Geometry): PaneState {
	const query = state.query.toLowerCase();
	for (let tried = 0; tried < content.count; tried += 1) {
		const line = (((from + tried * step) % content.count) + content.count) % content.count;
		if (content.line(line).text.toLowerCase().includes(query)) return jump({ ...state, missed: false }, line, geometry);
	}
	return { ...state, missed: true };
}

function nextOf(marks: readonly number[], from: number, step: 1 | -1): number | null {
	const found = step === 1 ? marks.find((mark) => mark > from) : marks.findLast((mark) => mark < from);
	return found ?? (step === 1 ? marks[0] : marks.at(-1)) ?? null;
}

function jump(state: PaneState, line: number | null, geometry: Geometry): PaneState {
	return line === null ? state : { ...state, at: line, top: reveal(line, state.top, geometry) };
}
