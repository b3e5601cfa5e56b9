import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { CollectionItem } from '../../session/screen-types.ts';
import { useBindings } from '../bindings.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import { firstRow, rowOf, step, toneOf, wordWidthOf } from './collectors.ts';

interface CollectorListProps {
	readonly items: readonly CollectionItem[];
	readonly index: number;
	/** Seconds since 1970. */
	readonly now: number;
	readonly width: number;
	readonly height: number;
	readonly isFocused: boolean;
	readonly onMove: (index: number) => void;
}

/** The collectors of a step with their states. Looking at another one chooses nothing, so this is no choice list. */
export function CollectorList({ items, index, now, width, height, isFocused, onMove }: CollectorListProps): ReactElement {
	const { m, glyphs } = useUi();
	const to = (target: number) => () => onMove(step(target, 0, items.length));
	useBindings(
		'widget',
		'list',
		[
			{ keys: ['Down', 'j'], does: 'down', act: to(index + 1) },
			{ keys: ['Up', 'k'], does: 'up', act: to(index - 1) },
			...items.slice(0, 9).map((_, target) => ({ keys: [String(target + 1)], does: 'lookAt' as const, act: to(target) })),
			{ keys: ['Home', 'g'], does: 'first', act: to(0) },
			{ keys: ['End', 'G'], does: 'last', act: to(items.length) },
		],
		isFocused,
	);
	const wordWidth = wordWidthOf(items, m);
	const room = items.length > height && height > 1 ? height - 1 : height;
	const first = firstRow(index, items.length, room);
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
			{items.slice(first, first + room).map((item, row) => {
				const isHere = first + row === index;
				const text = `${isHere ? glyphs.pointer : ' '} ${rowOf(item, wordWidth, now, m, glyphs)}`;
				return <Line key={item.collector} text={text} width={width} tone={isHere && isFocused ? 'title' : toneOf(item)} />;
			})}
			{room < height && <Line text={`  ${m.list.hidden(items.length - room)}`} width={width} tone="muted" />}
		</Box>
	);
}
