import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import { type Grown, grow, type LogGrowth, latestLog, nothingGrown } from '../session/log-growth.ts';
import type { WizardHost } from './host.ts';

/** What comes to the error log of a session, for the screens that show it: no other is drawn anew. */
export interface FollowedLog {
	readonly subscribe: (listener: () => void) => () => void;
	/** The same object until something comes. */
	readonly grown: () => Grown;
}

/** Follows the error log from where it was read last, whatever screen is shown meanwhile. */
export function useFollowedLog({ followLog }: WizardHost, handle: SessionHandle): FollowedLog {
	const read = latestLog(handle.events());
	const log = useMemo(() => ({ handle, read, ...createLog() }), [handle, read]);
	useEffect(() => followLog?.(handle, log.take), [followLog, handle, log]);
	return log;
}

export function useGrown(log: FollowedLog): Grown {
	return useSyncExternalStore(log.subscribe, log.grown);
}

function createLog(): FollowedLog & { readonly take: (growth: LogGrowth) => void } {
	const listeners = new Set<() => void>();
	let grown = nothingGrown;
	return {
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		grown: () => grown,
		take: (growth) => {
			grown = grow(grown, growth);
			for (const listener of listeners) listener();
		},
	};
}
