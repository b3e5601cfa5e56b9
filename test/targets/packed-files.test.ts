import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/targets/read-files.ts';
import { quiet, read } from './support.ts';
import { disk, file, lines } from './files.ts';

describe('compressed logs', () => {
	test('are unpacked, in several members too', async () => {
		const path = file(Buffer.concat([gzipSync(lines(1, 5)), gzipSync(lines(6, 9))]), 'error.log.2.gz');
		expect(await readFiles(disk, read([path]), quiet())).toMatchObject({ text: lines(1, 9), problem: null });
	});

	test('are cut at either end', async () => {
		const path = file(gzipSync(lines(1, 200_000)), 'log.gz');
		const end = await readFiles(disk, read([path], { from: 'end', maxBytes: 24 }), quiet());
		expect(end).toMatchObject({ text: lines(199_999, 200_000), truncated: true, spans: [{ sourceLine: 199_999 }] });
		const start = await readFiles(disk, read([path], { maxBytes: 24 }), quiet());
		expect(start).toMatchObject({ text: lines(1, 3), truncated: true, problem: { kind: 'output-cap' } });
	});

	test('that are damaged give what can be unpacked', async () => {
		const whole = gzipSync(Array.from({ length: 200_000 }, (_, index) => `${index * 7919}\n`).join(''));
		const capture = await readFiles(
			disk,
			read([file(whole.subarray(0, whole.length / 2), 'log.gz')], { maxBytes: 10_000_000 }),
			quiet(),
		);
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'failed' } });
		expect(capture.text.startsWith('0\n7919\n15838\n')).toBe(true);
	});

	test('that only have the name of one are plain text', async () => {
		expect((await readFiles(disk, read([file('plain\n', 'log.gz')]), quiet())).text).toBe('plain\n');
	});
});
