import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Found, measure, rounds } from './group.ts';
import { run } from './run.ts';
import { writeGdbOutput } from './samples/gdb-output.ts';
import { shipped } from './shipped.ts';

const times = 7;
const bytes = 64 << 20;
const threads = 600;
const foundSomething = [0, 3];

/** What a debugger prints of a busy server, read and grouped, and diagnosed as evidence; start-up is part of both. */
export async function measureGdb(scratch: string): Promise<Found> {
	const path = join(scratch, 'gdb.txt');
	writeGdbOutput(path, bytes, threads);
	try {
		const samples = await rounds(times, async () => ({
			bare: await run([process.execPath, '-e', '0'], { home: scratch }),
			own: await run([...shipped().argv, 'explain', path, '--format', 'json'], { home: scratch }),
			diagnosed: await run([...shipped().argv, 'diagnose', '--evidence', `backtrace=${path}`, '--format', 'json'], {
				...{ home: scratch, codes: foundSomething },
			}),
		}));
		const read = samples.map(({ own }) => own.milliseconds);
		const calm = samples.map(({ own }) => own.undisturbed);
		const ratios = samples.map(({ own, bare }) => own.milliseconds / bare.milliseconds);
		const memory = samples.map(({ own }) => own.peakMiB);
		const pick = (what: 'milliseconds' | 'peakMiB') => samples.map(({ diagnosed }) => diagnosed[what]);
		return {
			measures: [
				measure('64 MiB of gdb, to the culprit', read, 'ms', 1000),
				measure('64 MiB of gdb, without waiting for a processor', calm, 'ms', 1000),
				measure('64 MiB of gdb, to the culprit / node -e 0', ratios, 'x'),
				measure('memory for gdb', memory, 'MiB', 200),
				measure('64 MiB of gdb, diagnosed', pick('milliseconds'), 'ms', 1000),
				measure('memory for gdb, diagnosed', pick('peakMiB'), 'MiB', 200),
			],
			notes: [],
		};
	} finally {
		rmSync(path);
	}
}
