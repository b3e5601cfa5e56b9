import { type ReactElement, useSyncExternalStore } from 'react';
import type { SessionHandle } from '../../engine/handle.ts';
import { widthOf } from '../text/cells.ts';
import { shorten } from '../text/shorten.ts';
import { useUi } from '../ui.ts';
import { useNow } from '../use-now.ts';
import { Line } from './Line.tsx';

interface SearchStatusProps {
	readonly handle: SessionHandle;
	/** Seconds since 1970. */
	readonly startedAt: number | null;
	readonly width: number;
}

const nothing = (): null => null;

/** How far the search of the whole log is, in one row: the only one that is drawn anew for it. */
export function SearchStatus({ handle, startedAt, width }: SearchStatusProps): ReactElement {
	const { m, glyphs } = useUi();
	const now = useNow(true);
	const progress = useSyncExternalStore(handle.subscribe, handle.searchProgress ?? nothing);
	const seconds = Math.max(0, Math.floor(now - (startedAt ?? now)));
	const text = progress ? m.wholeLog.running({ ...progress, seconds }) : m.wholeLog.begins;
	const key = ` ${glyphs.separator} ${m.wholeLog.stopKey}`;
	return <Line text={`${shorten(text, width - widthOf(key), glyphs.ellipsis)}${key}`} width={width} tone="accent" />;
}
