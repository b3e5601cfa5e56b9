import { spawnSync } from 'node:child_process';
import { BareTerminal, program } from './program.ts';
import type { Measure } from './results.ts';
import { median, spreadOf } from './statistics.ts';

const rounds = 15;

/** How long the program takes to start, as multiples of an empty Node in the same round, so that the machine cancels out. */
export async function measureStart(scratch: string): Promise<readonly Measure[]> {
	const env = { PATH: process.env.PATH, HOME: scratch, XDG_STATE_HOME: scratch, LANG: 'C.UTF-8' };
	const timeOf = (...argv: readonly string[]): number => {
		const begin = performance.now();
		const { status, error } = spawnSync(process.execPath, argv, { env, cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] });
		if (error) throw error;
		if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}`);
		return performance.now() - begin;
	};
	const frame = async (): Promise<number> => {
		const begin = performance.now();
		const terminal = new BareTerminal([process.execPath, program, '--target', 'none'], scratch);
		try {
			await terminal.firstFrame();
			return performance.now() - begin;
		} finally {
			terminal.close();
		}
	};
	const samples: { readonly bare: number; readonly help: number; readonly first: number }[] = [];
	for (let round = 0; round < rounds; round += 1) {
		samples.push({ bare: timeOf('-e', '0'), help: timeOf(program, '--help'), first: await frame() });
	}
	const of = (name: string, values: readonly number[], unit: Measure['unit']): Measure => ({
		name,
		value: median(values),
		unit,
		target: null,
		spread: spreadOf(values),
		samples: values.length,
	});
	return [
		of(
			'node -e 0',
			samples.map(({ bare }) => bare),
			'ms',
		),
		of(
			'--help',
			samples.map(({ help }) => help),
			'ms',
		),
		of(
			'first frame',
			samples.map(({ first }) => first),
			'ms',
		),
		of(
			'--help / node -e 0',
			samples.map(({ help, bare }) => help / bare),
			'x',
		),
		of(
			'first frame / node -e 0',
			samples.map(({ first, bare }) => first / bare),
			'x',
		),
	];
}
