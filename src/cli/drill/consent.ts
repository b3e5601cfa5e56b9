import { readSync } from 'node:fs';
import { say } from '../output.ts';

export const drillWords = 'break the test server';

/** Whether the operator types exactly the words. No more than that line is read: what follows is for the wizard. */
export function isConsented(): boolean {
	say(`\nType "${drillWords}" to begin. Anything else does nothing.`);
	return readLine().trim() === drillWords;
}

function readLine(): string {
	const bytes: number[] = [];
	const byte = Buffer.alloc(1);
	for (;;) {
		if (!readByte(byte)) break;
		const [code = 0] = byte;
		if (code === 0x0a) break;
		bytes.push(code);
	}
	return Buffer.from(bytes).toString('utf8');
}

function readByte(into: Buffer): boolean {
	try {
		return readSync(0, into, 0, 1, null) === 1;
	} catch {
		return false;
	}
}
