import { spawn } from 'node:child_process';
import { programOn } from './answer.ts';
import { until } from './wait.ts';

interface Ran {
	readonly code: number | null;
	/** What it has written to either end. */
	readonly text: string;
}

/** A drill of the built program with pipes at its ends. */
export interface Drill {
	/** Types without waiting for anything. */
	readonly type: (text: string) => Drill;
	/** Waits until the program has written this to either end. */
	readonly shows: (pattern: RegExp) => Promise<void>;
	/** Closes the input and waits for the end. */
	readonly leave: () => Promise<Ran>;
	/** Sends a signal and waits for the end. */
	readonly end: (name: NodeJS.Signals) => Promise<Ran>;
}

/** Its scratch folder and its sessions go into `home`. */
export function drillIn(home: string, words: readonly string[]): Drill {
	const [file, ...argv] = programOn({ hints: words, within: [] }, 'drill');
	const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' };
	const child = spawn(file, argv, { cwd: home, env, timeout: 50_000, killSignal: 'SIGKILL' });
	let written = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			written += text;
		});
	}
	// A program that has left does not read what is still typed.
	child.stdin.on('error', () => undefined);
	const ended = new Promise<Ran>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, text: written }));
	});
	const drill: Drill = {
		type: (text) => {
			child.stdin.write(text);
			return drill;
		},
		shows: async (pattern) => {
			await until(`the drill shows ${pattern}`, () => pattern.test(written) || child.exitCode !== null);
			if (!pattern.test(written)) throw new Error(`the drill ended with ${child.exitCode}: ${written}`);
		},
		leave: () => {
			child.stdin.end();
			return ended;
		},
		end: (name) => {
			child.kill(name);
			return ended;
		},
	};
	return drill;
}
