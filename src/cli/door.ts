import { asciiOf, readsUtf8 } from '../domain/index.ts';
import { type PlainHost, plainExitCode, runPlain } from '../headless/plain/index.ts';
import { LineInput } from './line-input.ts';
import { print } from './output.ts';

/** What the choice of the door depends on. */
export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly isInputTerminal: boolean;
	readonly isOutputTerminal: boolean;
	/** Standard input is evidence; the questions then need another way in. */
	readonly isInputEvidence: boolean;
}

/** Whether questions are asked line by line: where nothing can be drawn, or where somebody listens instead of looking. */
export function isPlain(wanted: boolean, { env, isInputTerminal, isOutputTerminal, isInputEvidence }: Surroundings): boolean {
	if (wanted || !isOutputTerminal || env.TERM === 'dumb') return true;
	if (isSet(env.INK_SCREEN_READER) || isSet(env.ACCESSIBLE)) return true;
	return !isInputTerminal && !isInputEvidence;
}

function isSet(value: string | undefined): boolean {
	return value !== undefined && !['', '0', 'false', 'no'].includes(value.toLowerCase());
}

/** Runs the plain wizard on standard input and output; gives the exit code. */
export async function askPlainly(host: PlainHost, { env, isOutputTerminal }: Surroundings): Promise<number> {
	const input = new LineInput(process.stdin);
	process.on('SIGINT', input.interrupt);
	process.on('SIGTERM', input.terminate);
	process.on('SIGHUP', input.terminate);
	try {
		const outcome = await runPlain(host, {
			readLine: input.readLine,
			// What is piped keeps its bytes: who reads it may well read UTF-8.
			write: isOutputTerminal && !readsUtf8(env) ? (text) => print(asciiOf(text, () => 1)) : print,
			now: () => Date.now() / 1000,
			every: (seconds, work) => {
				const timer = setInterval(work, seconds * 1000);
				return () => clearInterval(timer);
			},
			isInterrupted: input.isInterrupted,
		});
		return plainExitCode(outcome);
	} finally {
		process.off('SIGINT', input.interrupt);
		process.off('SIGTERM', input.terminate);
		process.off('SIGHUP', input.terminate);
		input.close();
	}
}
