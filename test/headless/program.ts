import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { program } from '../program.ts';

const project = join(import.meta.dirname, '../..');
export const hostileLog = join(project, 'test/fixtures/headless/accept-mutex-hostile.txt');

export interface Ran {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

interface Feed {
	/** Folder for sessions and reports. */
	readonly home: string;
	/** What is written to standard input; the same again and again when `isEndless`. */
	readonly input: string;
	readonly isEndless?: boolean;
}

/** The built program with pipes at both ends, as `ssh server httpd-medic` gives it. */
export function runProgram(args: readonly string[], { home, input, isEndless = false }: Feed): Promise<Ran> {
	const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' };
	const [file, ...words] = program;
	const child = spawn(file, [...words, ...args], { cwd: home, env, timeout: 50_000 });
	const out: Buffer[] = [];
	const errors: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
	// A program that has left does not read what is still typed.
	child.stdin.on('error', () => undefined);
	const feed = (): void => {
		while (child.stdin.writable && child.stdin.write(input));
	};
	if (isEndless) {
		child.stdin.on('drain', feed);
		feed();
	} else child.stdin.end(input);
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) =>
			resolve({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(errors).toString('utf8') }),
		);
	});
}
