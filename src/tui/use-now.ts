import { useEffect, useState } from 'react';
import { useUi } from './ui.ts';

/** Seconds since 1970, once a second while `isTicking`. */
export function useNow(isTicking: boolean): number {
	const { now } = useUi();
	const [time, setTime] = useState(now);
	useEffect(() => {
		if (!isTicking) return undefined;
		const timer = setInterval(() => setTime(now()), 1000);
		return () => clearInterval(timer);
	}, [isTicking, now]);
	return time;
}
