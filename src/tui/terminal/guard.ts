/** What the guard listens to; `process`, or a stand-in for a test. */
interface ProcessEvents {
	readonly on: (event: string, listener: (...values: unknown[]) => void) => unknown;
	readonly off: (event: string, listener: (...values: unknown[]) => void) => unknown;
}

export interface GuardOptions {
	readonly process: ProcessEvents;
	/** Someone wants the wizard to end. */
	readonly onSignal: (name: string) => void;
	/** A bug: the state of the program is no longer known. */
	readonly onCrash: (error: unknown) => void;
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
const crashes = ['uncaughtException', 'unhandledRejection'];

/** Sees to it that nothing ends the program before the terminal is restored. Returns how to take the guard away. */
export function installGuard({ process, onSignal, onCrash }: GuardOptions): () => void {
	const listeners = [
		...endings.map((event) => ({ event, listener: () => onSignal(event) })),
		...crashes.map((event) => ({ event, listener: (error: unknown) => onCrash(error) })),
		// Otherwise Node would open its inspector, and print over the screen.
		{ event: 'SIGUSR1', listener: () => undefined },
	];
	for (const { event, listener } of listeners) process.on(event, listener);
	return () => {
		for (const { event, listener } of listeners) process.off(event, listener);
	};
}

const control = '\u001b[';

/** Ends synchronised output and bracketed paste, shows the cursor, resets colours: harmless when nothing was on. */
export const restoreModes = `${control}?2026l${control}?2004l${control}?25h${control}0m`;
/** Only where the alternate screen may still be on: it would move the cursor otherwise. */
export const leaveAlternateScreen = `${control}?1049l`;
