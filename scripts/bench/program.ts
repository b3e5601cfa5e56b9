import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';

export const program = join(import.meta.dirname, '../../bin/httpd-medic.cjs');

const esc = String.fromCharCode(0x1b);
/** The end of a frame: Ink sends each as one synchronised update. */
const frameEnd = `${esc}[?2026l`;
const controls = new RegExp(`${esc}\\[[0-9;?]*[a-zA-Z]`, 'g');

/** Milliseconds that a thread has run, and that it was ready to run while others had the processor. */
interface Schedule {
	readonly run: number;
	readonly waited: number;
}

function scheduleOf(pid: string): Schedule {
	const [run = 0, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number);
	return { run: run / 1e6, waited: waited / 1e6 };
}

export interface Painted {
	readonly milliseconds: number;
	/** Without the time that the program and this measurement waited for a processor that others had. */
	readonly undisturbed: number;
	/** Milliseconds of processor time of the program's main thread. */
	readonly processor: number;
	readonly bytes: number;
}

/** A program in a pseudo-terminal of 80 columns and 24 rows that nobody draws: drawing would take its share of the time. */
export class BareTerminal {
	readonly #pty: IPty;
	#output = '';
	#listener: () => void = () => undefined;

	constructor(argv: readonly [string, ...string[]], home: string) {
		const [file, ...rest] = argv;
		const { PATH = '' } = process.env;
		const env = { PATH, HOME: home, XDG_STATE_HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
		this.#pty = spawn(file, rest, { name: 'xterm-256color', cols: 80, rows: 24, cwd: home, env });
		this.#pty.onData((data) => {
			this.#output += data;
			this.#listener();
		});
	}

	/** Resolves once what was written from `from` on satisfies. Rejects after ten seconds, with the last of it. */
	async #until(satisfied: (written: string) => boolean, from: number): Promise<void> {
		const written = () => this.#output.slice(from);
		if (satisfied(written())) return;
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(() => {
				this.#listener = () => undefined;
				reject(new Error(`waited in vain; the last that was written:\n${written().replace(controls, '').slice(-2000)}`));
			}, 30_000);
			this.#listener = () => {
				if (!satisfied(written())) return;
				clearTimeout(timer);
				this.#listener = () => undefined;
				resolve();
			};
		});
	}

	/** Waits for words in what is written from now on. */
	async see(words: string, from = 0): Promise<void> {
		await this.#until((written) => written.replace(controls, '').includes(words), from);
	}

	get length(): number {
		return this.#output.length;
	}

	/** Presses a key and waits for its whole frame. */
	async paint(key: string): Promise<Painted> {
		const from = this.#output.length;
		const before = { program: this.#schedule(), own: scheduleOf('self') };
		const begin = performance.now();
		this.#pty.write(key);
		await this.#until((written) => written.includes(frameEnd), from);
		const milliseconds = performance.now() - begin;
		const after = { program: this.#schedule(), own: scheduleOf('self') };
		const waited = after.program.waited - before.program.waited + after.own.waited - before.own.waited;
		return {
			milliseconds,
			undisturbed: Math.max(0, milliseconds - waited),
			processor: after.program.run - before.program.run,
			bytes: Buffer.byteLength(this.#output.slice(from)),
		};
	}

	/** What the kernel says of the program's main thread. */
	#schedule(): Schedule {
		return scheduleOf(String(this.#pty.pid));
	}

	press(key: string): void {
		this.#pty.write(key);
	}

	/** Milliseconds until the first frame is whole. */
	async firstFrame(): Promise<void> {
		await this.#until((written) => written.includes(frameEnd), 0);
	}

	close(): void {
		this.#pty.kill('SIGKILL');
	}
}
