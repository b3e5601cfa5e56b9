import { Text } from 'ink';
import type { ReactElement } from 'react';
import { foreignLine } from '../text/foreign.ts';
import { shorten } from '../text/shorten.ts';
import type { Tone } from '../theme.ts';
import { useUi } from '../ui.ts';

interface LineProps {
	/** May be foreign: it is made visible here. */
	readonly text: string;
	readonly width: number;
	readonly tone?: Tone;
}

/** Exactly one row, cut to its width. */
export function Line({ text, width, tone = 'plain' }: LineProps): ReactElement {
	const { glyphs, tones } = useUi();
	return (
		<Text {...tones[tone]} wrap="truncate">
			{shorten(foreignLine(text), width, glyphs.ellipsis) || ' '}
		</Text>
	);
}
