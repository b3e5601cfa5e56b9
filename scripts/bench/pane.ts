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
		for (const { key, presses } of keys) {
			for (let press = 0; press < presses; press += 1) {
				await sleep(repeatMs);
				painted.push(await terminal.paint(key));
			}
		}
		const of = (pick: (each: Painted) => number) => painted.map(pick);
		const times = of(({ milliseconds }) => milliseconds);
		const undisturbed = of((each) => each.undisturbed);
		const measure = (name: string, samples: readonly number[], value: number, target: number): Measure => {
			const unit = name.startsWith('bytes') ? 'bytes' : 'ms';
			return { name, value, unit, target, spread: spreadOf(samples), samples: samples.length };
		};
		const processor = of((each) => each.processor);
		const bytes = of((each) => each.bytes);
		return [
			measure('key to paint, median', times, median(times), 16),
			measure('key to paint, 99 %', times, quantile(times, 0.99), 50),
			measure('key to paint without waiting for a processor, median', undisturbed, median(undisturbed), 16),
			measure('key to paint without waiting for a processor, 99 %', undisturbed, quantile(undisturbed, 0.99), 50),
			measure('processor time a key, median', processor, median(processor), 16),
			measure('processor time a key, 99 %', processor, quantile(processor, 0.99), 50),
			measure('bytes a key, median', bytes, median(bytes), 2048),
			measure('bytes a key, most', bytes, Math.max(...bytes), 2048),
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
