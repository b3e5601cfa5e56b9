// Measures the built program: node scripts/bench.ts [--compare]. Results go to bench/results.json.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { worseThan } from './bench/compare.ts';
import { measurePane } from './bench/pane.ts';
import { measureRedaction } from './bench/redaction.ts';
import type { Measure, Results } from './bench/results.ts';
import { measureStart } from './bench/start.ts';
import { tableOf } from './bench/table.ts';

const file = join(import.meta.dirname, '../bench/results.json');

function before(): Results | null {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : null;
}

const scratch = mkdtempSync(join(tmpdir(), 'httpd-medic-bench-'));
try {
	const measures: readonly Measure[] = [...(await measurePane(scratch)), ...(await measureStart(scratch)), ...measureRedaction()];
	const results: Results = { node: process.version, cpu: cpus()[0]?.model ?? '?', cores: cpus().length, measures };
	process.stdout.write(tableOf(measures));
	const earlier = before();
	if (process.argv.includes('--compare')) {
		if (!earlier) throw new Error(`there is nothing to compare with: ${file} is missing`);
		const worse = worseThan(earlier, results);
		for (const line of worse) process.stdout.write(`WORSE ${line}\n`);
		if (worse.length === 0) process.stdout.write('No ratio got worse by more than noise.\n');
		else process.exitCode = 1;
	} else {
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
	}
	if (measures.some(({ target, value }) => target !== null && value > target)) process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true });
}
