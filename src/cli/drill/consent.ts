import { readSync } from 'node:fs';
import { errorCode } from '../../domain/index.ts';
import { language } from '../language.ts';
import { say } from '../output.ts';
import { waitForStream } from '../patience.ts';

const m = language.cli.drill;

const lineFeed = 0x0a;

/** Whether the operator types exactly the words. No more than that line is read: what follows is for the wizard. */
export function isConsented(): boolean {
	say(`\n${m.toBegin(m.consentWords)}`);
	return readLine().trim() === m.consentWords;
}

function readLine(): string {
	const bytes: number[] = [];
	for (;;) {
		const byte = readByte();
		if (byte === null || byte === lineFeed) break;
		bytes.push(byte);
	}
	return Buffer.from(bytes).toString('utf8');
}

/** null at the end of the input. */
function readByte(): number | null {
	const byte = Buffer.alloc(1);
	for (;;) {
		try {
			return readSync(0, byte, 0, 1, null) === 1 ? (byte[0] ?? null) : null;
		} catch (error) {
			// A terminal that does not wait has nothing yet.
			if (errorCode(error) !== 'EAGAIN') return null;
			waitForStream();
		}
	}
}
