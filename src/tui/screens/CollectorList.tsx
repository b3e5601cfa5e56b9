import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { CollectionItem } from '../../session/screen-types.ts';
import { useKeys } from '../router.ts';
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
	useKeys(
		'widget',
		(input, key) => {
			const target = targetOf(input, key, index, items.length);
			if (target !== null) onMove(target);
			return target !== null;
		},
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

interface Arrows {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly home: boolean;
	readonly end: boolean;
}

function targetOf(input: string, key: Arrows, index: number, count: number): number | null {
	if (key.downArrow || input === 'j') return step(index, 1, count);
	if (key.upArrow || input === 'k') return step(index, -1, count);
	if (key.home || input === 'g') return 0;
	if (key.end || input === 'G') return step(count, 0, count);
	if (/^[1-9]$/.test(input) && Number(input) <= count) return Number(input) - 1;
	return null;
}
