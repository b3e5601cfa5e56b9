import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import { foreignLine } from '../text/foreign.ts';
import { shorten } from '../text/shorten.ts';
import { wrap } from '../text/wrap.ts';
import type { Tone } from '../theme.ts';
import { useUi } from '../ui.ts';

interface ParagraphProps {
	/** May be foreign: it is made visible here. */
	readonly text: string;
	readonly width: number;
	/** Rows it may take; the rest is cut with an ellipsis. */
	readonly rows: number;
	readonly tone?: Tone;
}

/** Rows that a text takes when it is wrapped at words, at most `rows`. */
export function paragraphRows(text: string, width: number, rows: number): number {
	return text === '' ? 0 : Math.min(rows, text.split('\n').flatMap((line) => wrap(foreignLine(line), width)).length);
}

/** Prose wrapped at words. Its height is `paragraphRows`. */
export function Paragraph({ text, width, rows, tone = 'plain' }: ParagraphProps): ReactElement | null {
	const { glyphs, tones } = useUi();
	if (text === '' || rows < 1) return null;
	const all = text.split('\n').flatMap((line) => wrap(foreignLine(line), width));
	const shown = all
		.slice(0, rows)
		.map((line, row) =>
			row === rows - 1 && all.length > rows ? shorten(`${line} ${glyphs.ellipsis}`, width, glyphs.ellipsis) : line,
		);
	return (
		<Box flexDirection="column" width={width} flexShrink={0}>
			<Text {...tones[tone]} wrap="truncate">
				{shown.map((line) => line || ' ').join('\n')}
			</Text>
		</Box>
	);
}
