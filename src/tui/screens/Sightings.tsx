import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Sighting } from '../../session/screen-types.ts';
import type { Glyphs, Tone } from '../theme.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';

interface SightingsProps {
	readonly sightings: readonly Sighting[];
	readonly width: number;
	/** Rows; what does not fit is left out. */
	readonly height: number;
}

/** Columns for the sign before each. */
const signWidth = 4;
/** Rows of one: a path may be long. */
const mostRows = 2;

/** Rows that all of them would take. */
export function rowsOfSightings(sightings: readonly Sighting[], width: number): number {
	return sightings.reduce((sum, { text }) => sum + paragraphRows(text, width - signWidth, mostRows), 0);
}

/** What the first look at the target has seen. */
export function Sightings({ sightings, width, height }: SightingsProps): ReactElement {
	const { glyphs } = useUi();
	// Whole where all fit, else each in one row.
	const rows = rowsOfSightings(sightings, width) <= height ? mostRows : 1;
	return (
		<Box flexDirection="column" height={height} overflow="hidden" flexShrink={0}>
			{sightings.slice(0, height).map((sighting) => (
				<Box key={sighting.text} flexShrink={0}>
					<Box width={signWidth} flexShrink={0}>
						<Line text={`  ${signOf(sighting, glyphs)}`} width={signWidth} tone={toneOf(sighting)} />
					</Box>
					<Paragraph text={sighting.text} width={width - signWidth} rows={rows} tone={toneOf(sighting)} />
				</Box>
			))}
		</Box>
	);
}

function signOf(sighting: Sighting, glyphs: Glyphs): string {
	return { good: glyphs.done, bad: glyphs.bad, neutral: glyphs.bullet }[sighting.tone];
}

function toneOf(sighting: Sighting): Tone {
	return sighting.tone === 'neutral' ? 'plain' : sighting.tone;
}
