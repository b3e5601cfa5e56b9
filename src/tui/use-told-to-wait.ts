import { useEffect, useRef } from 'react';
import type { Actions } from './screens/props.ts';

/** Says why a key waits, and takes that back once there is nothing to wait for any more. */
export function useToldToWait(isWaiting: boolean, { notify }: Actions): (why: string) => void {
	const hasTold = useRef(false);
	useEffect(() => {
		if (isWaiting || !hasTold.current) return;
		hasTold.current = false;
		notify(null);
	}, [isWaiting, notify]);
	return (why) => {
		hasTold.current = true;
		notify(why);
	};
}
