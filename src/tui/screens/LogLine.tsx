import type { ReactElement } from 'react';
import { type Grown, withoutHeads } from '../../session/log-growth.ts';
import { foreignLine } from '../text/foreign.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';

interface LogLineProps {
	readonly grown: Grown;
	readonly width: number;
	/** The log can be read again here, so that what came counts. */
	readonly canRepeat: boolean;
}

/** What has come to the log since it was read, in one row. */
export function LogLine({ grown, width, canRepeat }: LogLineProps): ReactElement {
	const { m } = useUi();
	const { lines, matter, last, change } = grown;
	const again = canRepeat ? m.log.again : '';
	const text = change === null ? m.log.followed(lines, matter, again, foreignLine(withoutHeads(last))) : m.log.turned[change];
	return <Line text={text} width={width} tone={matter > 0 ? 'bad' : 'muted'} />;
}
