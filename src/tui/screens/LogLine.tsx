import type { ReactElement } from 'react';
import { foreignLine } from '../text/foreign.ts';
import { useUi } from '../ui.ts';
import type { Grown } from '../use-log-growth.ts';
import { Line } from '../widgets/Line.tsx';

/** Time, process and client take the row that the message needs. */
const heads = /^(?:\[[^\]]*\] ?)+/;

/** What is written to the log at this moment, in one row. */
export function LogLine({ grown, width }: { readonly grown: Grown; readonly width: number }): ReactElement {
	const { m } = useUi();
	const { lines, matter, last, change } = grown;
	const text = change === null ? m.watch.followed(lines, matter, foreignLine(last.replace(heads, ''))) : m.watch.turned[change];
	return <Line text={text} width={width} tone={matter > 0 ? 'bad' : 'muted'} />;
}
