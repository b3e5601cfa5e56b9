import { Text } from 'ink';
import type { ReactElement } from 'react';
import { withoutColour } from '../text/cells.ts';
import { cut } from '../text/shorten.ts';
import type { Tone } from '../theme.ts';
import { useUi } from '../ui.ts';

interface RowProps {
	readonly text: string;
	readonly tone: Tone;
	/** Marker column with its space; empty where there is none. */
	readonly gutter: string;
	readonly gutterTone: Tone;
	readonly left: number;
	readonly width: number;
	/** Text to show inverted. */
	readonly query: string;
}

/** One screen row of a pane. */
export function Row({ text, tone, gutter, gutterTone, left, width, query }: RowProps): ReactElement {
	const { tones } = useUi();
	const whole = cut(text, left, width);
	const letters = withoutColour(whole);
	const shown = query !== '' && letters.toLowerCase().includes(query.toLowerCase()) ? letters : whole;
	return (
		<Text {...tones[tone]} wrap="truncate">
			<Text {...tones[gutterTone]}>{gutter}</Text>
			{partsOf(shown, shown === letters ? query : '').map((part) => (
				<Text key={part.at} inverse={part.isHit}>
					{part.text}
				</Text>
			))}
			{gutter === '' && shown === '' ? ' ' : ''}
		</Text>
	);
}

interface Part {
	readonly at: number;
	readonly text: string;
	readonly isHit: boolean;
}

/** The text cut at each place where the query stands, ignoring case. */
function partsOf(text: string, query: string): readonly Part[] {
	if (query === '') return [{ at: 0, text, isHit: false }];
	const lower = text.toLowerCase();
	if (lower.length !== text.length) return [{ at: 0, text, isHit: false }];
	const parts: Part[] = [];
	let from = 0;
	for (let at = lower.indexOf(query.toLowerCase()); at !== -1; at = lower.indexOf(query.toLowerCase(), from)) {
		if (at > from) parts.push({ at: from, text: text.slice(from, at), isHit: false });
		parts.push({ at, text: text.slice(at, at + query.length), isHit: true });
		from = at + query.length;
	}
	if (from < text.length) parts.push({ at: from, text: text.slice(from), isHit: false });
	return parts;
}
