import { Box } from 'ink';
import type { ReactElement } from 'react';
import { Line } from './Line.tsx';
import { Paragraph, paragraphRows } from './Paragraph.tsx';

interface HeadingProps {
	readonly title: string;
	readonly why: string;
	readonly width: number;
	/** Rows for the reason at most; 0 leaves it out. */
	readonly rows?: number;
}

const whyRows = 2;

/** Rows that a heading takes. */
export function headingRows(why: string, width: number): number {
	return 1 + paragraphRows(why, width, whyRows);
}

/** Rows that the reason would take. */
export function reasonRows(why: string, width: number): number {
	return headingRows(why, width) - 1;
}

/** What this step is, and why it is taken. */
export function Heading({ title, why, width, rows = whyRows }: HeadingProps): ReactElement {
	return (
		<Box flexDirection="column" width={width} flexShrink={0}>
			<Line text={title} width={width} tone="title" />
			<Paragraph text={why} width={width} rows={rows} tone="muted" />
		</Box>
	);
}
