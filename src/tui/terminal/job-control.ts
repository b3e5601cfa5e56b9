/** What job control listens to; `process`, or a stand-in for a test. */
interface ProcessEvents {
	readonly on: (event: 'SIGCONT', listener: () => void) => unknown;
	readonly off: (event: 'SIGCONT', listener: () => void) => unknown;
}

/** The shell's side of the program. */
export interface JobControl {
	/** Stops the program as Ctrl-Z does; resolves once it goes on, or at once where nobody could continue it. */
	readonly stop: () => Promise<void>;
	/** Calls `listener` each time the program goes on after it was stopped, by whomever. */
	readonly onContinue: (listener: () => void) => () => void;
}

/** A program whose shell is gone is not stopped by SIGTSTP: it goes on after this time. */
const orphanedMs = 300;

/** `stopAll` sends SIGTSTP to the foreground group, so that a shell sees everything stop that it had started. */
export function createJobControl(process: ProcessEvents, stopAll: () => void): JobControl {
	return {
		stop: () =>
			new Promise((resolve) => {
				const goOn = (): void => {
					clearTimeout(timer);
					process.off('SIGCONT', goOn);
					resolve();
				};
				process.on('SIGCONT', goOn);
				const timer = setTimeout(goOn, orphanedMs);
				stopAll();
			}),
		onContinue: (listener) => {
			process.on('SIGCONT', listener);
			return () => void process.off('SIGCONT', listener);
		},
	};
}
