import { useEffect, useState } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import type { LogGrowth, WizardHost } from './host.ts';

/** What has come to the log since it is followed. */
export interface Grown {
	readonly lines: number;
	readonly matter: number;
	/** The last line that matters; the last of all where none does; empty before the first. */
	readonly last: string;
	readonly change: LogGrowth['change'];
}

const nothing: Grown = { lines: 0, matter: 0, last: '', change: null };

/** Follows the error log of the session while `isOn`; the screen is drawn anew when lines come, and at no other time. */
export function useLogGrowth({ followLog }: WizardHost, handle: SessionHandle, isOn: boolean): Grown {
	const [grown, setGrown] = useState(nothing);
	useEffect(() => {
		if (!isOn || !followLog) return undefined;
		const stop = followLog(handle, (growth) => setGrown((before) => grow(before, growth)));
		return () => {
			stop();
			setGrown(nothing);
		};
	}, [followLog, handle, isOn]);
	return grown;
}

function grow(before: Grown, { lines, change }: LogGrowth): Grown {
	const telling = lines.filter((line) => line.matters);
	const last = telling.at(-1)?.text ?? (before.matter > 0 ? undefined : lines.at(-1)?.text);
	return {
		lines: before.lines + lines.length,
		matter: before.matter + telling.length,
		last: last ?? before.last,
		change: change ?? (lines.length > 0 ? null : before.change),
	};
}
