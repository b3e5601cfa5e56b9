import type { ReactElement } from 'react';
import { widthOf } from '../text/cells.ts';
import { foreignLine } from '../text/foreign.ts';
import { shorten } from '../text/shorten.ts';
import { useUi } from '../ui.ts';
import { Line } from './Line.tsx';

interface StatusLineProps {
	/** What the last key led to, until the next key, or how far an export is; it hides the warnings. */
	readonly notice: string | null;
	readonly warnings: readonly string[];
	readonly width: number;
}

/** The newest warning, how many more there are, or a notice. */
export function StatusLine({ notice, warnings, width }: StatusLineProps): ReactElement {
	const { m, glyphs } = useUi();
	const newest = warnings.at(-1);
	if (notice !== null) return <Line text={notice} width={width} tone="accent" />;
	if (newest === undefined) return <Line text="" width={width} />;
	const more = warnings.length > 1 ? ` ${m.status.more(warnings.length - 1)}` : '';
	const text = shorten(`! ${foreignLine(newest)}`, width - widthOf(more), glyphs.ellipsis);
	return <Line text={`${text}${more}`} width={width} tone="warn" />;
}
