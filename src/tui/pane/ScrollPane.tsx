import { Box } from 'ink';
import type { ReactElement } from 'react';
import { useNotes } from '../notes.ts';
import type { Tone } from '../theme.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import { TextField } from '../widgets/TextField.tsx';
import type { PaneContent } from './content.ts';
import { Row } from './Row.tsx';
import { visibleRows } from './scroll.ts';
import { lineInMind } from './state.ts';
import { type Pane, type PaneFocus, usePane } from './use-pane.ts';

interface ScrollPaneProps {
	/** Give a key to the pane when the content becomes another one, so that it starts at its first mark. */
	readonly content: PaneContent;
	readonly width: number;
	/** Rows, the status row included; at least 2. */
	readonly height: number;
	readonly focus: PaneFocus;
}

/** Columns for the marker and its space. */
export const gutterWidth = 2;

/** The one widget for everything long. Only the visible slice is ever made. */
export function ScrollPane({ content, width, height, focus }: ScrollPaneProps): ReactElement {
	const gutter = content.gutter || content.marks.length > 0 ? gutterWidth : 0;
	const textWidth = Math.max(1, width - gutter);
	const rowsShown = Math.max(1, height - 1);
	const pane = usePane({ content, width: textWidth, height: rowsShown }, focus);
	const { glyphs } = useUi();
	const notes = useNotes();
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
			<Box flexDirection="column" width={width} height={rowsShown} overflow="hidden">
				{visibleRows(pane.state.top, pane.geometry).map(({ line, row }) => {
					const { mark = false, tone = 'plain' } = content.line(line);
					const isHit = pane.state.at === line && pane.state.query !== '' && row === 0;
					const place = row === 0 ? content.placeAt(line) : null;
					const isNoted = place !== null && notes.on(place).length > 0;
					const sign = isHit ? glyphs.hit : isNoted ? glyphs.note : mark ? glyphs.marker : ' ';
					return (
						<Row
							key={`${line}.${row}`}
							text={pane.rows(line)[row] ?? ''}
							tone={tone}
							gutter={gutter > 0 ? `${sign} ` : ''}
							gutterTone={isHit || isNoted ? 'accent' : ('warn' satisfies Tone)}
							left={pane.state.left}
							width={textWidth}
							query={pane.state.query}
						/>
					);
				})}
			</Box>
			<Status pane={pane} content={content} width={width} isFocused={focus === 'full'} />
		</Box>
	);
}

/** What was last noted on the line in mind, or on the first line in sight that has a note; null where none has. */
function useNoteInMind({ state, geometry }: Pane, content: PaneContent): string | null {
	const notes = useNotes();
	const seen = visibleRows(state.top, geometry).map(({ line }) => line);
	for (const line of [lineInMind(state, content, geometry) ?? 0, ...seen]) {
		const place = content.placeAt(line);
		const text = place === null ? undefined : notes.on(place).at(-1);
		if (text !== undefined) return text;
	}
	return null;
}

interface StatusProps {
	readonly pane: Pane;
	readonly content: PaneContent;
	readonly width: number;
	readonly isFocused: boolean;
}

/** Where the pane stands, or the field for the search text. */
function Status({ pane, content, width, isFocused }: StatusProps): ReactElement {
	const { m, glyphs } = useUi();
	const noted = useNoteInMind(pane, content);
	if (pane.isSearching) {
		return <TextField label="/" width={width} isFocused={true} onSubmit={pane.search} onCancel={pane.cancelSearch} />;
	}
	const { state, geometry } = pane;
	const shown = visibleRows(state.top, geometry);
	const first = content.count === 0 ? 0 : (shown[0]?.line ?? 0) + 1;
	const last = content.count === 0 ? 0 : (shown.at(-1)?.line ?? 0) + 1;
	const isWhole = shown.length < geometry.height || (first === 1 && last === content.count && state.top.row === 0);
	const parts = [
		isWhole && content.marks.length === 0 ? '' : m.pane.position(first, last, content.count),
		content.marks.length > 0 ? m.pane.marked(content.marks.length) : '',
		state.wrap ? '' : m.pane.unwrapped(state.left + 1),
		noted === null ? '' : m.pane.note(noted),
		state.query === '' ? '' : state.missed ? m.pane.missed(state.query) : m.pane.query(state.query),
	].filter((part) => part !== '');
	const text = parts.join(` ${glyphs.separator} `);
	return (
		<Line
			text={isFocused && text !== '' ? `${glyphs.pointer} ${text}` : text}
			width={width}
			tone={isFocused ? 'accent' : 'muted'}
		/>
	);
}
