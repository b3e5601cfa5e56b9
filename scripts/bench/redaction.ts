import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measure } from './results.ts';
import { median, spreadOf } from './statistics.ts';

const script = join(import.meta.dirname, 'redaction-run.ts');
const rounds = 3;
const small = 64;
const large = 512;
/** 25 MiB a second. */
const mostMs = 40;

interface Run {
	readonly mibPerSecond: number;
	readonly peak: number;
}

/** Processor time of redaction and export by MiB of evidence, and how much more memory eight times the evidence takes. */
export function measureRedaction(): readonly Measure[] {
	const runs = (kind: string) => Array.from({ length: rounds }, () => redact(kind, small));
	const [log, bundle, dense] = [runs('log'), runs('bundle'), runs('dense')];
	const peak = median(dense.map((run) => run.peak));
	const growth = redact('dense', large).peak / peak;
	return [
		timeOf('redaction of a log, a MiB', log, mostMs),
		timeOf('redaction of a bundle of evidence, a MiB', bundle, mostMs),
		timeOf('redaction of lines dense with secrets, a MiB', dense, null),
		{
			...{ name: `memory of redaction, ${large} MiB / ${small} MiB`, value: growth, unit: 'x', target: 1.25, samples: rounds },
			spread: spreadOf(dense.map((run) => run.peak)),
		},
	];
}

function timeOf(name: string, runs: readonly Run[], target: number | null): Measure {
	const times = runs.map((run) => 1000 / run.mibPerSecond);
	return { name, value: median(times), unit: 'ms', target, spread: spreadOf(times), samples: times.length };
}

function redact(kind: string, mib: number): Run {
	return JSON.parse(execFileSync(process.execPath, [script, kind, String(mib)], { encoding: 'utf8' })) as Run;
}
