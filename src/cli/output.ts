import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { asciiOf, columnsOf, errorCode, readsUtf8, visible } from '../domain/index.ts';
import { waitForStream } from './patience.ts';

/** Text for people, on standard output. Foreign bytes are made visible. Answers whether anybody reads it. */
export function print(text: string): boolean {
	return write(1, readable(1, visible(text)));
}

/** One JSON document, and nothing else, on standard output. */
export function printJson(value: unknown): void {
	write(1, `${JSON.stringify(value, null, 2)}\n`);
}

/** A control sequence of our own, for the terminal on standard output. */
export function tellTerminal(sequence: string): void {
	write(1, sequence);
}

/** Words for people beside the answer, on standard error. */
export function say(text: string): void {
	write(2, readable(2, `${visible(text)}\n`));
}

/** What a terminal can show. What is piped keeps its bytes: who reads it may well read UTF-8. */
function readable(descriptor: 1 | 2, text: string): string {
	return readsUtf8(process.env) || !isatty(descriptor) ? text : asciiOf(text, columnsOf);
}

/** Written at once, so that nothing is lost when the program ends; a reader that went away is no error. */
function write(descriptor: 1 | 2, text: string): boolean {
	const bytes = Buffer.from(text);
	let at = 0;
	while (at < bytes.length) {
		try {
			at += writeSync(descriptor, bytes, at);
		} catch (error) {
			const code = errorCode(error);
			// A terminal that is gone says EIO.
			if (code === 'EPIPE' || code === 'EIO') return false;
			if (code !== 'EAGAIN') throw error;
			waitForStream();
		}
	}
	return true;
}
