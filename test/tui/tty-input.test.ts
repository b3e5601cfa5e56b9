import { EventEmitter } from 'node:events';
import { setTimeout as delay, setImmediate as macrotask } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { TtyInput } from '../../src/tui/terminal/tty-input.ts';

/** A terminal that records what is asked of it. */
class RecordedSource extends EventEmitter {
	readonly calls: string[] = [];
	readonly setRawMode = (isRaw: boolean) => this.calls.push(`raw ${isRaw}`);
	readonly setEncoding = () => this.calls.push('encoding');
	readonly resume = () => this.calls.push('resume');
	readonly pause = () => this.calls.push('pause');
	readonly ref = () => this.calls.push('ref');
	readonly unref = () => this.calls.push('unref');
}

function open(options: ConstructorParameters<typeof TtyInput>[1] = {}): {
	readonly source: RecordedSource;
	readonly input: TtyInput;
	readonly batches: string[][];
} {
	const source = new RecordedSource();
	const input = new TtyInput(() => source, options);
	const batches: string[][] = [];
	input.on('readable', () => {
		const batch: string[] = [];
		for (let key: unknown = input.read(); key !== null; key = input.read()) batch.push(String(key));
		batches.push(batch);
	});
	return { source, input, batches };
}

async function settle(): Promise<void> {
	for (let turn = 0; turn < 12; turn += 1) await macrotask();
}

describe('the keyboard', () => {
	test('hands over one key at a time, however many arrive at once', async () => {
		const { source, input, batches } = open();
		input.setRawMode(true);
		source.emit('data', 'jj\u001b[A\r');
		await settle();
		expect(batches.filter((batch) => batch.length > 0)).toEqual([['j'], ['j'], ['\u001b[A'], ['\r']]);
	});

	test('takes the Enter of a line that was typed before raw mode', async () => {
		const { source, input, batches } = open();
		input.setRawMode(true);
		source.emit('data', 'q\n');
		await settle();
		expect(batches.flat()).toEqual(['q', '\r']);
	});

	test('reads nothing while raw mode is off, and forgets what nobody took', async () => {
		const { source, input, batches } = open();
		input.setRawMode(true);
		source.emit('data', 'abc');
		input.setRawMode(false);
		expect(source.listenerCount('data')).toBe(0);
		expect(source.calls.slice(-2)).toEqual(['raw false', 'pause']);
		await settle();
		expect(batches.flat()).toEqual([]);
		input.setRawMode(true);
		source.emit('data', 'd');
		await settle();
		expect(batches.flat()).toEqual(['d']);
	});

	test('asks the terminal only for changes', () => {
		const { source, input } = open();
		input.setRawMode(true);
		input.setRawMode(true);
		expect(source.calls).toEqual(['raw true', 'encoding', 'resume']);
	});
});

describe('what the terminal answers', () => {
	test('is no key, however it is cut', async () => {
		const reports: string[] = [];
		const { source, input, batches } = open({ onReport: (report) => reports.push(report) });
		input.setRawMode(true);
		source.emit('data', 'j\u001b]11;rgb:ffff');
		source.emit('data', '/ffff/ffff\u001b');
		source.emit('data', '\\k\u001b]11;rgb:0/0/0\u0007');
		await settle();
		expect(batches.flat()).toEqual(['j', 'k']);
		expect(reports).toEqual(['\u001b]11;rgb:ffff/ffff/ffff\u001b\\', '\u001b]11;rgb:0/0/0\u0007']);
	});

	test('and Alt with a bracket is one', async () => {
		const { source, input, batches } = open();
		input.setRawMode(true);
		source.emit('data', '\u001b]');
		source.emit('data', 'q');
		await settle();
		expect(batches.flat()).toEqual(['\u001b]', 'q']);
	});
});

describe('a paste that holds control bytes', () => {
	test.each(['\u0003', '\u001b'])('does not end at %j, though it arrives in a read of its own', async (byte) => {
		const { source, input, batches } = open({ wayOutQuietMs: 60_000 });
		input.setRawMode(true);
		source.emit('data', '\u001b[200~one');
		source.emit('data', byte);
		source.emit('data', 'two\u001b[201~');
		await settle();
		expect(batches.flat()).toEqual([`\u001b[200~one${byte}two\u001b[201~`]);
	});

	test('does not end while the program was too busy to read it', async () => {
		const { source, input, batches } = open({ pasteQuietMs: 1 });
		input.setRawMode(true);
		source.emit('data', '\u001b[200~one');
		// The timer of the silence fires before what has arrived meanwhile is read.
		setTimeout(() => source.emit('data', 'two\u001b[201~'), 0);
		const until = performance.now() + 20;
		while (performance.now() < until);
		await expect.poll(() => batches.flat().length).toBe(1);
		expect(batches.flat()).toEqual(['\u001b[200~onetwo\u001b[201~']);
	});
});

describe('a paste whose end is lost', () => {
	const lost = '\u001b[200~half of it';
	const given = '\u001b[200~half of it\u001b[201~';

	test('has ended when nothing comes any more', async () => {
		const { source, input, batches } = open({ pasteQuietMs: 1 });
		input.setRawMode(true);
		source.emit('data', lost);
		await expect.poll(() => batches.flat()).toEqual([given]);
		// Its end, when it comes after all, is no key.
		source.emit('data', '\u001b[201~q');
		await expect.poll(() => batches.flat()).toEqual([given, 'q']);
	});

	test.each(['\u0003', '\u001b'])('has ended when the operator wants out with %j', async (key) => {
		const { source, input, batches } = open({ pasteQuietMs: 60_000, wayOutQuietMs: 1 });
		input.setRawMode(true);
		source.emit('data', lost);
		await delay(5);
		source.emit('data', key);
		source.emit('data', 'q');
		await settle();
		expect(batches.flat()).toEqual([given, 'q']);
	});
});
