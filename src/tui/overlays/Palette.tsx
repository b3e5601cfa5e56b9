import { Box } from 'ink';
import { type ReactElement, use, useState } from 'react';
import { paletteEntries } from '../palette/entries.ts';
import { emptyPalette, matching, movePalette, type PaletteEvent } from '../palette/state.ts';
import { RouterContext, useKeys } from '../router.ts';
import { firstRow } from '../screens/collectors.ts';
import { widthOf } from '../text/cells.ts';
import { pad } from '../text/shorten.ts';
import { useUi } from '../ui.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { TextField } from '../widgets/TextField.tsx';
import { perform } from './perform-deed.ts';
import type { OverlayProps } from './props.ts';

const keyWidth = 6;

/** All commands by words. */
export function Palette(place: OverlayProps): ReactElement {
	const { width, height, isActive, actions, screen, host } = place;
	const { m, glyphs } = useUi();
	const { press } = use(RouterContext);
	const [state, setState] = useState(emptyPalette);
	const articles = state.query.trim() === '' ? [] : host.articles.search(state.query);
	const found = paletteEntries(screen, articles, m);
	const ids = new Set(articles.map(({ id }) => `article-${id}`));
	// What the search of the knowledge base found needs not hold the very words.
	const commands = found.filter(({ id }) => !ids.has(id));
	const entries = [...matching(commands, state.query), ...found.filter(({ id }) => ids.has(id))];
	const tell = (event: PaletteEvent): true => {
		setState(movePalette(state, event));
		return true;
	};
	const listRows = Math.max(1, height - headingRows(m.palette.intro, width) - 2);
	useKeys(
		'widget',
		(input, key) => {
			const move = (by: number) => tell({ type: 'move', by, count: entries.length });
			if (key.upArrow || (key.ctrl && input === 'p')) return move(-1);
			if (key.downArrow || (key.ctrl && input === 'n')) return move(1);
			if (key.pageUp) return move(-listRows);
			return key.pageDown && move(listRows);
		},
		isActive,
	);
	const first = firstRow(state.index, entries.length, listRows);
	const submit = (): void => {
		const chosen = entries[state.index];
		if (chosen) perform(chosen.deed, { actions, host, press });
	};
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={m.palette.title} why={m.palette.intro} width={width} />
			<TextField
				label={m.palette.field}
				width={width}
				isFocused={isActive}
				onChange={(query) => tell({ type: 'typed', query })}
				onSubmit={submit}
				onCancel={actions.close}
			/>
			<Line text={entries.length === 0 ? m.palette.empty : ''} width={width} tone="muted" />
			{entries.slice(first, first + listRows).map(({ id, label, keys }, row) => {
				const isHere = first + row === state.index;
				const sign = isHere ? glyphs.pointer : ' ';
				const room = Math.max(1, width - keyWidth - widthOf(sign) - 1);
				const text = `${sign} ${pad(label, room, glyphs.ellipsis)}${keys}`;
				return <Line key={id} text={text} width={width} tone={isHere ? 'title' : 'plain'} />;
			})}
		</Box>
	);
}
