import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BareTerminal, type Painted, program } from './program.ts';
import type { Measure } from './results.ts';
import { median, quantile, spreadOf } from './statistics.ts';

const lines = 100_000;
const enter = '\r';
/** Time between two keys: what a person's keyboard repeats at. */
const repeatMs = 33;

const keys: readonly { readonly name: string; readonly key: string; readonly presses: number }[] = [
	{ name: 'down', key: 'j', presses: 120 },
	{ name: 'up', key: 'k', presses: 60 },
	{ name: 'page down', key: ' ', presses: 60 },
	{ name: 'next marked line', key: ']', presses: 20 },
];

/** Keys in a pane of 100,000 lines, from the key to the last byte of its frame. */
export async function measurePane(scratch: string): Promise<readonly Measure[]> {
	const log = join(scratch, 'error.log');
	writeFileSync(log, Array.from({ length: lines }, (_, index) => lineOf(index)).join('\n'));
	const terminal = new BareTerminal([process.execPath, program, '--target', 'none', '--evidence', `error-log=${log}`], scratch);
	try {
		await terminal.see('What is wrong with the server?');
		await sleep(1000);
		terminal.press('v');
		await terminal.see('Evidence of this session');
		const from = terminal.length;
		terminal.press(enter);
		await terminal.see(`of ${lines}`, from);
		const painted: Painted[] = [];
		const before = terminal.cpuTime();
		for (const { key, presses } of keys) {
			for (let press = 0; press < presses; press += 1) {
				await sleep(repeatMs);
				painted.push(await terminal.paint(key));
			}
		}
		const cpu = (terminal.cpuTime() - before) / painted.length;
		const times = painted.map(({ milliseconds }) => milliseconds);
		const bytes = painted.map((each) => each.bytes);
		const common = { samples: painted.length };
		return [
			{ name: 'key to paint, median', value: median(times), unit: 'ms', target: 16, spread: spreadOf(times), ...common },
			{ name: 'key to paint, 99 %', value: quantile(times, 0.99), unit: 'ms', target: 50, spread: spreadOf(times), ...common },
			{ name: 'processor time a key, mean', value: cpu, unit: 'ms', target: 16, spread: 0, ...common },
			{ name: 'bytes a key, median', value: median(bytes), unit: 'bytes', target: 2048, spread: spreadOf(bytes), ...common },
			{ name: 'bytes a key, most', value: Math.max(...bytes), unit: 'bytes', target: 2048, spread: spreadOf(bytes), ...common },
		];
	} finally {
		terminal.close();
	}
}

/** Lines of different lengths, so that scrolling has to draw; one in a thousand is marked. */
function lineOf(index: number): string {
	const seconds = String(index % 60).padStart(2, '0');
	const stamp = `[Sat Nov 21 10:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${seconds} 2026]`;
	if (index % 1000 === 999)
		return `${stamp} [core:notice] [pid 17] AH00052: child pid ${index} exit signal Segmentation fault (11)`;
	return `${stamp} [core:info] [pid 17] request ${index} ${'word '.repeat(index % 7)}`;
}
