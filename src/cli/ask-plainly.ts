import { takesCopies, throughMultiplexer } from '../domain/index.ts';
import { exitCodeOfEnding } from '../headless/exit-code.ts';
import { type PlainHost, runPlain } from '../headless/plain/index.ts';
import { LineInput } from './line-input.ts';
import { print, tellTerminal } from './output.ts';

/** Runs the plain wizard on standard input and output; gives the exit code. */
export async function askPlainly(host: PlainHost): Promise<number> {
	const input = new LineInput(process.stdin);
	process.on('SIGINT', input.interrupt);
	process.on('SIGTERM', input.terminate);
	process.on('SIGHUP', input.terminate);
	host.terminal?.provide(input.lend);
	try {
		const outcome = await runPlain(host, {
			readLine: input.readLine,
			// Nobody hears the questions any more, as after a lost terminal.
			write: (text) => void (print(text) || input.terminate()),
			clipboard:
				process.stdout.isTTY && takesCopies(process.env)
					? (sequence) => tellTerminal(throughMultiplexer(sequence, process.env))
					: null,
			now: () => Date.now() / 1000,
			every: (seconds, work) => {
				const timer = setInterval(work, seconds * 1000);
				return () => clearInterval(timer);
			},
			isInterrupted: input.isInterrupted,
		});
		return exitCodeOfEnding(outcome);
	} finally {
		host.terminal?.provide(null);
		process.off('SIGINT', input.interrupt);
		process.off('SIGTERM', input.terminate);
		process.off('SIGHUP', input.terminate);
		input.close();
	}
}
