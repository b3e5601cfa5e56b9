// Measures the program: node scripts/bench.ts [--only GROUP] [--compare]. Results go to bench/results.json.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCollection } from './bench/collection.ts';
import { worseThan } from './bench/compare.ts';
import { measureGdb } from './bench/gdb.ts';
import type { Found } from './bench/group.ts';
import { measureLogs } from './bench/logs.ts';
import { measurePane } from './bench/pane.ts';
import { measureRedaction } from './bench/redaction.ts';
import { type Measure, mergeMeasures, type Results } from './bench/results.ts';
import { measureStart } from './bench/start.ts';
import { tableOf } from './bench/table.ts';

const file = join(import.meta.dirname, '../bench/results.json');
const plain = (measures: readonly Measure[]): Found => ({ measures, notes: [] });

const groups: Readonly<Record<string, (scratch: string) => Promise<Found>>> = {
	pane: async (scratch) => plain(await measurePane(scratch)),
	start: measureStart,
	logs: measureLogs,
	gdb: measureGdb,
	collection: measureCollection,
	redaction: async () => plain(measureRedaction()),
};

function before(): Results | null {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : null;
}

function chosen(only: string | undefined): readonly ((scratch: string) => Promise<Found>)[] {
	if (only === undefined) return Object.values(groups);
	const group = groups[only];
	if (!group) throw new Error(`There is no group ${only}; there are: ${Object.keys(groups).join(' ')}`);
	return [group];
}

const { values } = parseArgs({ options: { only: { type: 'string' }, compare: { type: 'boolean', default: false } } });
const scratch = mkdtempSync(join(tmpdir(), 'httpd-medic-bench-'));
try {
	const found: Found[] = [];
	for (const group of chosen(values.only)) found.push(await group(scratch));
	const measures = found.flatMap((each) => each.measures);
	process.stdout.write(tableOf(measures));
	for (const note of found.flatMap((each) => each.notes)) process.stdout.write(`${note}\n`);
	const earlier = before();
	const results: Results = { node: process.version, cpu: cpus()[0]?.model ?? '?', cores: cpus().length, measures };
	if (values.compare) {
		if (!earlier) throw new Error(`there is nothing to compare with: ${file} is missing`);
		const worse = worseThan(earlier, results);
		for (const line of worse) process.stdout.write(`WORSE ${line}\n`);
		if (worse.length === 0) process.stdout.write('No ratio got worse by more than noise.\n');
		else process.exitCode = 1;
	} else {
		mkdirSync(join(file, '..'), { recursive: true });
		const kept = values.only === undefined ? [] : (earlier?.measures ?? []);
		const all: Results = { ...results, measures: mergeMeasures(kept, measures) };
		writeFileSync(file, `${JSON.stringify(all, null, '\t')}\n`);
	}
	if (measures.some(({ target, value }) => target !== null && value > target)) process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true });
}
