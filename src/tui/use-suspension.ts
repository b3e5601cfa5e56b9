import { useApp } from 'ink';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useBindings } from './bindings.ts';
import type { JobControl } from './terminal/job-control.ts';

/**
 * Ctrl-Z gives the terminal back as it was and stops; whoever continues the program, the terminal is put right and all is
 * drawn anew. `isLent` says that another program has the terminal: then nothing is touched.
 */
export function useSuspension(jobs: JobControl, isLent: () => boolean): void {
	const { suspendTerminal } = useApp();
	const isStopped = useRef(false);
	const around = async (work: () => Promise<void>): Promise<void> => {
		if (isStopped.current || isLent()) return;
		isStopped.current = true;
		try {
			await suspendTerminal(work);
		} finally {
			isStopped.current = false;
		}
	};
	// After SIGSTOP nothing could be given back: it is done now, so that all of it is taken up again.
	const onContinue = useEffectEvent(() => void around(() => Promise.resolve()));
	useEffect(() => jobs.onContinue(() => onContinue()), [jobs]);
	useBindings('watch', 'everywhere', [{ keys: ['Ctrl-Z'], does: 'suspend', act: () => void around(jobs.stop) }]);
}
