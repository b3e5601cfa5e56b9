import { Box, Text } from 'ink';
import type { IndicatorProps, ItemProps } from 'ink-select-input';
import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';

/** Points at the highlighted choice. */
export function Indicator({ isSelected = false }: IndicatorProps): ReactElement {
	const { glyphs, tones } = useUi();
	return (
		<Box width={2} flexShrink={0}>
			<Text {...tones.accent}>{isSelected ? glyphs.pointer : ' '}</Text>
		</Box>
	);
}

/** A choice of a list that has not the keys now. */
export function ItemAside({ label }: ItemProps): ReactElement {
	const { tones } = useUi();
	return (
		<Text {...tones.muted} wrap="truncate">
			{label}
		</Text>
	);
}

export function Item({ label, isSelected = false }: ItemProps): ReactElement {
	const { tones } = useUi();
	return (
		<Text {...(isSelected ? tones.title : tones.plain)} wrap="truncate">
			{label}
		</Text>
	);
}
