import { resolve } from 'node:path';
import { exitCode } from '../../headless/index.ts';
import { CodeScan, summariseCodes, summariseLines, WholeLog } from '../../parsers/error-log/whole/index.ts';
import { scanFile } from '../../targets/index.ts';
import { Failure } from '../failure.ts';
import { print, printJson } from '../output.ts';
import { ProgressRow } from '../progress-row.ts';
import { wholeAnswer, wholeText } from '../whole-answer.ts';
import { tellProblem } from '../../catalogue/index.ts';
import { language } from '../language.ts';

/** Reads an error log from its first byte to its last, however large it is or whether it is packed. */
export async function explainWhole(file: string, everyLine: boolean, format: 'text' | 'json'): Promise<void> {
	if (file === '-') throw new Failure(language.cli.told.wholeNeedsFile);
	const begin = performance.now();
	const path = resolve(file);
	const log = everyLine ? new WholeLog() : new CodeScan();
	const progress = new ProgressRow(language.cli.whole.read);
	const scan = await scanFile(path, log, ({ read, size }) => progress.tell(read, size));
	progress.end();
	const problem = scan.problem && tellProblem(scan.problem, language.session.problems);
	if (problem !== null && scan.bytes === 0) throw new Failure(`${problem.message}: ${problem.advice}`, exitCode.unreachable);
	const summary = log instanceof WholeLog ? summariseLines(log) : summariseCodes(log);
	const { bytes } = scan;
	const read = { path, bytes, milliseconds: performance.now() - begin, problem: problem?.message ?? null };
	if (format === 'json') printJson(wholeAnswer(read, summary));
	else print(wholeText(read, summary));
	process.exitCode = exitCode.fine;
}
