import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { followFile, type Growth } from '../../src/targets/follow-file.ts';
import { scratch } from './support.ts';

const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function follow(path: string) {
	const growths: Growth[] = [];
	stops.push(followFile(path, (growth) => growths.push(growth)));
	const lines = () => growths.flatMap((growth) => growth.lines);
	const changes = () => growths.flatMap(({ change }) => change ?? []);
	const until = async (holds: () => boolean) => {
		for (let turn = 0; turn < 500 && !holds(); turn++) await sleep(20);
		expect(holds(), JSON.stringify({ lines: lines().slice(-5), changes: changes() })).toBe(true);
	};
	return { growths, lines, changes, until };
}

/** A follower takes what is there for old: it must have looked before something is written. */
async function followed(content: string) {
	const path = join(scratch(), 'error.log');
	writeFileSync(path, content);
	const follower = follow(path);
	await sleep(300);
	return { path, ...follower };
}

describe('a file that is followed', () => {
	test('tells new lines, whole ones only, and nothing of what was there', async () => {
		const { path, lines, until } = await followed('old\n');
		appendFileSync(path, 'one\ntw');
		await until(() => lines().length === 1);
		appendFileSync(path, 'o\r\nthree\n');
		await until(() => lines().length === 3);
		expect(lines()).toEqual(['one', 'two', 'three']);
	});

	test('goes on with the new file when it is rotated, after the last words of the old one', async () => {
		const { path, lines, changes, until } = await followed('old\n');
		appendFileSync(path, 'last\n');
		renameSync(path, `${path}.1`);
		writeFileSync(path, 'first of the new\n');
		await until(() => lines().includes('first of the new'));
		appendFileSync(path, 'second\n');
		await until(() => lines().includes('second'));
		expect(lines()).toEqual(['last', 'first of the new', 'second']);
		expect(changes()).toEqual(['rotated']);
	});

	test('begins anew when it is cut after a copy', async () => {
		const { path, lines, changes, until } = await followed('a long line that was there before\n');
		copyFileSync(path, `${path}.1`);
		truncateSync(path, 0);
		await until(() => changes().includes('cut'));
		appendFileSync(path, 'new\n');
		await until(() => lines().includes('new'));
		expect(lines()).toEqual(['new']);
	});

	test('is told while it is written to without a pause', async () => {
		const { path, lines } = await followed('');
		for (let turn = 0; turn < 300 && lines().length === 0; turn++) {
			appendFileSync(path, 'more\n');
			await sleep(10);
		}
		expect(lines()[0]).toBe('more');
	});

	test('waits for a file that is not there yet', async () => {
		const path = join(scratch(), 'late.log');
		const { lines, until } = follow(path);
		await sleep(300);
		writeFileSync(path, 'born\n');
		await until(() => lines().includes('born'));
	});

	test('skips what comes faster than anybody reads, and says so', async () => {
		const { path, growths, lines, until } = await followed('old\n');
		appendFileSync(path, `${'x'.repeat(99)}\n`.repeat(30_000));
		appendFileSync(path, 'end\n');
		await until(() => lines().includes('end'));
		const skipped = growths.reduce((sum, growth) => sum + growth.skipped, 0);
		expect(skipped).toBeGreaterThan(0);
		expect(lines().every((line) => line === 'end' || line.length === 99)).toBe(true);
	});

	test('is left alone once it is over', async () => {
		const { path, growths } = await followed('old\n');
		for (const stop of stops.splice(0)) stop();
		appendFileSync(path, 'unheard\n');
		await sleep(400);
		expect(growths).toEqual([]);
	});
});
