import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';
import { Paragraph } from '../widgets/Paragraph.tsx';

interface TooSmallProps {
	readonly columns: number;
	readonly rows: number;
}

export const smallest = { columns: 60, rows: 20 };

/** Shown instead of a garbled screen; the wizard goes on when the window grows. */
export function TooSmall({ columns, rows }: TooSmallProps): ReactElement {
	const { m } = useUi();
	return <Paragraph text={m.tooSmall(columns, rows)} width={Math.max(1, columns)} rows={Math.max(1, rows - 1)} tone="warn" />;
}
