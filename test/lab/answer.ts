import { execFile } from 'node:child_process';
import { z } from 'zod';
import { program } from '../program.ts';
import type { Scenario } from './scenario.ts';

const citation = z.object({ evidence: z.string(), file: z.string(), firstLine: z.int(), lastLine: z.int(), text: z.string() });
const finding = z.object({ rule: z.string(), verdict: z.string(), statement: z.string(), citations: z.array(citation) });
const culprit = z.object({ module: z.string(), file: z.string().nullable(), function: z.string().nullable() });
const diagnosis = z.object({
	id: z.string(),
	title: z.string(),
	status: z.enum(['confirmed', 'likely', 'possible']),
	risk: z.literal(true).optional(),
	culprit: culprit.nullable(),
	findings: z.array(finding),
	remedies: z.array(z.object({ id: z.string() })),
	article: z.string(),
});

/** What the promise of `diagnose --format json` says that we rely on here. */
const answerSchema = z.object({
	verdict: z.enum(['diagnosed', 'healthy', 'inconclusive']),
	diagnoses: z.array(diagnosis),
	ruledOut: z.array(z.object({ id: z.string(), because: z.string() })),
	missing: z.array(z.object({ evidence: z.string(), why: z.string(), how: z.string() })),
	evidence: z.array(z.object({ id: z.string(), source: z.string(), problem: z.string().nullable() })),
});

export type Answer = z.infer<typeof answerSchema>;
export type CitationAnswer = z.infer<typeof citation>;

export interface Diagnosed {
	readonly exitCode: number;
	readonly answer: Answer;
	/** For people: what the program said beside the answer. */
	readonly stderr: string;
}

/** Where the program is to look. */
type Place = Pick<Scenario, 'hints' | 'within'>;

/** Argv of the program on a scenario, such as `diagnose --format json`; without words it opens the wizard. */
export function programOn({ within, hints }: Place, ...words: readonly string[]): [string, ...string[]] {
	const [first = '', ...rest] = [...within, ...program, ...words, ...hints];
	return [first, ...rest];
}

/** Runs `diagnose --format json`. The sessions that it keeps go into `home`. */
export function diagnose(place: Place, home: string): Promise<Diagnosed> {
	const [file, ...argv] = programOn(place, 'diagnose', '--format', 'json');
	const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' };
	return new Promise((resolve, reject) => {
		execFile(file, argv, { env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
			const exitCode = error === null ? 0 : error.code;
			if (typeof exitCode !== 'number')
				return reject(new Error(`the program did not end by itself: ${stderr}`, { cause: error }));
			if (stdout === '') return reject(new Error(`the program answered nothing and ended with ${exitCode}: ${stderr}`));
			resolve({ exitCode, answer: answerSchema.parse(JSON.parse(stdout)), stderr });
		});
	});
}
