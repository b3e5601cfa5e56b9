import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Capture, Target } from '../../src/domain/index.ts';
import { openTarget, parseRecording, type Recording, record } from '../../src/targets/index.ts';
import { quiet, read, run, scratch, write } from './support.ts';
import { hints, about, answer, counting, demo } from './demo.ts';

describe('a recorder', () => {
	test('changes nothing of its target, and keeps the order in which was asked', async () => {
		let first: ((capture: Capture) => void) | undefined;
		const slow: Target = {
			...counting(),
			perform: (request) =>
				request.kind === 'run' ? new Promise((resolve) => (first = resolve)) : Promise.resolve(answer('second\n')),
		};
		const { target, recording } = record(slow);
		expect(target).toMatchObject({ uri: 'local', title: 'root@here', isRoot: true });
		const pending = target.perform(run(['gdb']), quiet());
		await target.perform(read(['/a']), quiet());
		expect(recording(about).entries.map((entry) => entry.request)).toEqual(['cat /a']);
		first?.(answer('first\n'));
		await pending;
		expect(recording(about).entries.map((entry) => entry.request)).toEqual(['gdb', 'cat /a']);
	});
});

describe('a recording', () => {
	test('answers as the machine did, in the same order, then with the last answer', async () => {
		const path = join(scratch(), 'demo.json');
		writeFileSync(path, JSON.stringify(await demo()));
		const target = await openTarget(`recording:${path}`);
		expect(target).toMatchObject({ uri: `recording:${path}`, title: 'root@web3', isRoot: true, recording: { hints } });
		const texts: string[] = [];
		for (let turn = 0; turn < 3; turn++) texts.push((await target.perform(run(['ipcs', '-s']), quiet())).text);
		expect(texts).toEqual(['1\n', '3\n', '3\n']);
		// How much is read of a file does not matter.
		expect((await target.perform(read(['/a', '/b'], { maxBytes: 7 }), quiet())).text).toBe('2\n');
		expect((await target.perform(read(['/a']), quiet())).problem?.kind).toBe('not-recorded');
		expect((await target.perform(write('/a', 'x'), quiet())).problem?.kind).toBe('not-recorded');
	});

	test('survives JSON', async () => {
		const spans = [{ path: '/a', firstLine: 1, lines: 2, sourceLine: null }];
		const problem = { kind: 'output-cap', message: 'm', advice: 'a' } as const;
		const capture: Capture = { text: 'é\ufffd\n', spans, exitCode: null, durationMs: 5, truncated: true, problem };
		const recording: Recording = { schema: 1, ...about, entries: [{ request: 'cat /a', capture }] };
		expect(parseRecording(JSON.stringify(recording))).toEqual(recording);
	});

	test.each([
		[{ schema: 2 }, 'schema 2'],
		[{ title: 7 }, 'title is not a text'],
		[{ entries: {} }, 'entries is not a list'],
		[{ hints: { httpd: 1 } }, 'hints.httpd'],
		[{ entries: [{ request: 'x' }] }, 'entries[0].capture is not an object'],
		[{ entries: [{ request: 'x', capture: { ...answer(''), problem: { kind: 'odd' } } }] }, 'kind "odd" is not known'],
	])('with a fault names the place', (change, words) => {
		expect(() => parseRecording(JSON.stringify({ schema: 1, ...about, entries: [], ...change }))).toThrow(words);
	});
});
