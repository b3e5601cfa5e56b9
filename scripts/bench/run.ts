import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Ran {
	readonly milliseconds: number;
	/** Without the time that its main thread was ready while others had the processor, as seen a moment before its end. */
	readonly undisturbed: number;
	/** Most memory that it held, as the kernel saw it a moment before its end. */
	readonly peakMiB: number;
	readonly stdout: string;
}

interface RunOptions {
	readonly home: string;
	/** Exit codes that mean the program did its work. */
	readonly codes?: readonly number[];
}

const lookEveryMs = 15;

/** Runs a program to its end, with the pipes that a script would give it. Rejects on any other exit code. */
export function run(argv: readonly string[], { home, codes = [0] }: RunOptions): Promise<Ran> {
	const [file = '', ...rest] = argv;
	const { PATH = '' } = process.env;
	const env = { PATH, HOME: home, XDG_STATE_HOME: home, XDG_CONFIG_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
	return new Promise((resolve, reject) => {
		const begin = performance.now();
		const child = spawn(file, rest, { env, cwd: home, stdio: ['ignore', 'pipe', 'ignore'] });
		const out: Buffer[] = [];
		let peakMiB = 0;
		let waited = 0;
		const looking = setInterval(() => {
			peakMiB = Math.max(peakMiB, peakOf(child.pid));
			waited = Math.max(waited, waitedOf(child.pid));
		}, lookEveryMs);
		child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
		child.on('error', (error) => {
			clearInterval(looking);
			reject(error);
		});
		child.on('close', (code) => {
			clearInterval(looking);
			const milliseconds = performance.now() - begin;
			const stdout = Buffer.concat(out).toString('utf8');
			if (code !== null && codes.includes(code)) resolve({ milliseconds, undisturbed: milliseconds - waited, peakMiB, stdout });
			else reject(new Error(`${argv.join(' ')} ended with ${code}`));
		});
	});
}

function peakOf(pid: number | undefined): number {
	try {
		return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
	} catch {
		// It has just ended.
		return 0;
	}
}

function waitedOf(pid: number | undefined): number {
	try {
		return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
	} catch {
		return 0;
	}
}

/** Whether a program is installed. */
export async function isInstalled(argv: readonly string[], home: string): Promise<boolean> {
	return run(argv, { home }).then(
		() => true,
		() => false,
	);
}
