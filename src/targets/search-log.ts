import { spawn } from 'node:child_process';
import { problemFor, problemOf } from '../catalogue/index.ts';
import type { Capture, SearchProgress, SearchResult, Target } from '../domain/index.ts';
import { stoppedProblem } from './deadline.ts';
import { childEnvironment } from './environment.ts';
import { emptyCapture } from './problems.ts';
import { gravest } from './read-files.ts';

/** One line of what the searching program prints. */
export type SearchWord =
	| { readonly progress: Pick<SearchProgress, 'read' | 'size' | 'found'> }
	| { readonly result: SearchResult };

/** So many seconds without a byte end a search: a disk that is only slow gives some. */
const longestSilence = 300;
/** How long a process that cannot be killed, such as one that waits for a dead file server, is waited for. */
const unkillableMs = 1000;
const keptComplaint = 2000;

/**
 * Searches logs in a process of its own, so that neither its work nor a file that never answers holds this program up. It
 * takes as long as it takes; the operator can end it at any time, and it ends with this program.
 *
 * @param program words that run this program; the name of the target and the log are put behind them.
 */
export function logSearch(program: readonly string[], uri: string): NonNullable<Target['search']> {
	return async (path, tell, signal) => {
		const work = { doing: 'read', what: [path] } as const;
		if (signal.aborted) return emptyCapture(stoppedProblem(work));
		const started = performance.now();
		const { result, problem } = await runSearch([...program, '--target', uri, '--', path], tell, signal);
		const durationMs = Math.round(performance.now() - started);
		if (problem === 'stopped') return emptyCapture(stoppedProblem(work), durationMs);
		if (problem === 'silent')
			return emptyCapture(problemOf('deadline', 'searchSilent', { path, seconds: longestSilence }), durationMs);
		if (result === null) return emptyCapture(problemOf('failed', 'searchFailed', { path, reason: problem }), durationMs);
		return captureOf(result, durationMs);
	};
}

function captureOf({ text, spans, problems }: SearchResult, durationMs: number): Capture {
	const problem = gravest(problems.map(({ kind, causes = [] }) => problemFor(kind, causes)));
	return { text, spans, exitCode: null, durationMs, truncated: problem !== null, problem };
}

interface SearchEnd {
	readonly result: SearchResult | null;
	/** `stopped`, `silent`, or what the program complained of. */
	readonly problem: string;
}

async function runSearch(
	argv: readonly string[],
	tell: (progress: SearchProgress) => void,
	signal: AbortSignal,
): Promise<SearchEnd> {
	const [file = '', ...rest] = argv;
	// In a group of its own, so that Ctrl-C in the terminal is for this program alone. Its standard input ends when this
	// program does, and so does it.
	const child = spawn(file, rest, { env: childEnvironment(process.env), stdio: ['pipe', 'pipe', 'pipe'], detached: true });
	const end = Promise.withResolvers<SearchEnd>();
	const heard = new Listener(tell);
	let complaint = '';
	const stop = (problem: string): void => {
		child.kill('SIGKILL');
		setTimeout(() => end.resolve({ result: null, problem }), unkillableMs).unref();
		child.once('close', () => end.resolve({ result: null, problem }));
	};
	const abort = (): void => stop('stopped');
	signal.addEventListener('abort', abort);
	// Counted, not measured: a program that was suspended must not find that its time is over.
	const silence = setInterval(() => heard.wait() >= longestSilence && stop('silent'), 1000);
	child.stdin.on('error', () => undefined);
	child.stdout.setEncoding('utf8').on('data', (text: string) => heard.hear(text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-keptComplaint)));
	child.on('error', (error) => end.resolve({ result: null, problem: error.message }));
	child.on('close', () => end.resolve({ result: heard.result, problem: complaint.trim().split('\n').at(-1) ?? '' }));
	try {
		const ended = await end.promise;
		return signal.aborted ? { result: null, problem: 'stopped' } : ended;
	} finally {
		clearInterval(silence);
		signal.removeEventListener('abort', abort);
		for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
		child.unref();
	}
}

/** Puts together the lines that the program prints. */
class Listener {
	result: SearchResult | null = null;
	readonly #tell: (progress: SearchProgress) => void;
	#rest = '';
	#last: SearchProgress | null = null;
	#silent = 0;

	constructor(tell: (progress: SearchProgress) => void) {
		this.#tell = tell;
	}

	hear(text: string): void {
		const lines = `${this.#rest}${text}`.split('\n');
		this.#rest = lines.pop() ?? '';
		for (const line of lines) if (line.startsWith('{')) this.#take(JSON.parse(line) as SearchWord);
	}

	/** One more second has passed; gives how many of them without a byte. */
	wait(): number {
		this.#silent++;
		if (this.#last && this.#silent > 1) this.#tell({ ...this.#last, silent: this.#silent });
		return this.#silent;
	}

	#take(word: SearchWord): void {
		this.#silent = 0;
		if ('result' in word) this.result = word.result;
		else {
			this.#last = { ...word.progress, silent: 0 };
			this.#tell(this.#last);
		}
	}
}
