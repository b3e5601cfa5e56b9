import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isPlain, type Surroundings } from '../../src/cli/door.ts';
import { LineInput } from '../../src/cli/line-input.ts';

const terminal: Surroundings = { env: {}, isInputTerminal: true, isOutputTerminal: true, isInputEvidence: false };

describe('the choice of the door', () => {
	it('draws in a terminal', () => {
		expect(isPlain(false, terminal)).toBe(false);
		expect(isPlain(false, { ...terminal, env: { TERM: 'xterm', ACCESSIBLE: '', INK_SCREEN_READER: 'false' } })).toBe(false);
	});

	it.each([
		['it is wanted', true, terminal],
		['output is no terminal', false, { ...terminal, isOutputTerminal: false }],
		['input is no terminal', false, { ...terminal, isInputTerminal: false }],
		['the terminal is dumb', false, { ...terminal, env: { TERM: 'dumb' } }],
		['a screen reader listens', false, { ...terminal, env: { INK_SCREEN_READER: 'true' } }],
		['ACCESSIBLE is set', false, { ...terminal, env: { ACCESSIBLE: '1' } }],
	])('asks line by line where %s', (_, wanted, surroundings) => {
		expect(isPlain(wanted, surroundings)).toBe(true);
	});

	it('draws where standard input is evidence: the keys come from the terminal itself', () => {
		expect(isPlain(false, { ...terminal, isInputTerminal: false, isInputEvidence: true })).toBe(false);
	});
});

describe('lines of standard input', () => {
	it('come one by one, without their ends, and then no more', async () => {
		const stream = new PassThrough();
		const input = new LineInput(stream);
		stream.end('one\r\n\n한국어');
		expect([await input.readLine(), await input.readLine(), await input.readLine()]).toEqual(['one', '', '한국어']);
		expect(await input.readLine()).toBeNull();
		expect(input.isInterrupted()).toBe(false);
	});

	it('Ctrl-C is a line of its own; twice it ends the input', async () => {
		const input = new LineInput(new PassThrough());
		const waiting = input.readLine();
		input.interrupt();
		expect(await waiting).toBe('\u0003');
		input.interrupt();
		expect(await input.readLine()).toBeNull();
		expect(input.isInterrupted()).toBe(true);
	});

	it('Ctrl-C asks again after something was typed, and drops what was typed ahead', async () => {
		const stream = new PassThrough();
		const input = new LineInput(stream);
		input.interrupt();
		expect(await input.readLine()).toBe('\u0003');
		stream.write('2\n3\n');
		expect(await input.readLine()).toBe('2');
		input.interrupt();
		expect(await input.readLine()).toBe('\u0003');
	});

	it('takes no more from an endless sender than it keeps', async () => {
		const stream = new PassThrough();
		const input = new LineInput(stream);
		let written = 0;
		const write = (): boolean => {
			written += 1;
			return stream.write('\n'.repeat(1000));
		};
		while (write());
		expect(await input.readLine()).toBe('');
		await new Promise((resolve) => setImmediate(resolve));
		expect(written).toBeLessThan(1000);
		input.close();
		expect(stream.destroyed).toBe(true);
	});

	it('an input that has ended before gives nothing', async () => {
		const stream = new PassThrough();
		stream.end();
		stream.resume();
		await new Promise((resolve) => stream.on('end', resolve));
		expect(await new LineInput(stream).readLine()).toBeNull();
	});
});
