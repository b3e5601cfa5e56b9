import type { ReactElement } from 'react';
import type { WatchView } from '../../session/screen-types.ts';
import type { Tone } from '../theme.ts';
import { useUi } from '../ui.ts';
import { useNow } from '../use-now.ts';
import { Line } from '../widgets/Line.tsx';

const toneOf: Readonly<Record<WatchView['state'], Tone>> = {
	running: 'accent',
	silent: 'good',
	recurred: 'bad',
	stopped: 'warn',
};

/** How the watch stands, in one row. */
export function WatchLine({ watch, width }: { readonly watch: WatchView; readonly width: number }): ReactElement {
	const { m } = useUi();
	const now = useNow(watch.state === 'running');
	const left = Math.max(0, Math.ceil(watch.until - now));
	const text = watch.state === 'running' ? m.watch.running(left) : m.watch.ended[watch.state](watch.statement ?? '');
	return <Line text={text} width={width} tone={toneOf[watch.state]} />;
}
