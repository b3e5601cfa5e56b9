import { resolve } from 'node:path';
import { exitCode } from '../../headless/index.ts';
import { CodeScan, summariseCodes, summariseLines, WholeLog } from '../../parsers/error-log/whole/index.ts';
import { type ScanProgress, scanFile } from '../../targets/index.ts';
import { Failure } from '../failure.ts';
import { print, printJson } from '../output.ts';
import { wholeAnswer, wholeText } from '../whole-answer.ts';
import { tellProblem } from '../../catalogue/index.ts';
import { language } from '../language.ts';

const tellEveryMs = 250;
/** Less time than this needs no telling how far it is. */
const silentMs = 500;

/** Reads an error log from its first byte to its last, however large it is or whether it is packed. */
export async function explainWhole(file: string, everyLine: boolean, format: 'text' | 'json'): Promise<void> {
	if (file === '-') throw new Failure(language.cli.told.wholeNeedsFile);
	const begin = performance.now();
	const path = resolve(file);
	const log = everyLine ? new WholeLog() : new CodeScan();
	const progress = createProgress(begin);
	const scan = await scanFile(path, log, progress.tell);
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

/** One row on standard error that is drawn over, where a person looks on. */
function createProgress(begin: number): { readonly tell: (progress: ScanProgress) => void; readonly end: () => void } {
	let told = 0;
	return {
		tell: ({ read, size }) => {
			const now = performance.now();
			if (!process.stderr.isTTY || now - begin < silentMs || now - told < tellEveryMs) return;
			told = now;
			process.stderr.write(`\r${String(Math.floor((100 * read) / Math.max(1, size))).padStart(3)} % read`);
		},
		end: () => {
			if (told > 0) process.stderr.write('\r            \r');
		},
	};
}
