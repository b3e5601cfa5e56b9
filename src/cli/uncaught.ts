const crashes = ['uncaughtException', 'unhandledRejection'] as const;

/** `process`, or a stand-in for a test. */
interface Crashing {
	readonly on: (event: string, listener: (error: unknown) => void) => unknown;
	readonly listenerCount: (event: string) => number;
	readonly exit: (code: number) => void;
}

/**
 * Ends the program at an error that nobody awaits. Node would do so by itself; Bun goes on as long as the first module still
 * waits for something, that is for ever in a wizard. Gives way where somebody else listens, who has a terminal to restore.
 */
export function endAtUncaught(process: Crashing, report: (error: unknown) => number): void {
	for (const event of crashes) {
		process.on(event, (error) => {
			if (process.listenerCount(event) === 1) process.exit(report(error));
		});
	}
}
