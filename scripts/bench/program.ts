import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';

export const program = join(import.meta.dirname, '../../bin/httpd-medic.cjs');

const esc = String.fromCharCode(0x1b);
/** The end of a frame: Ink sends each as one synchronised update. */
const frameEnd = `${esc}[?2026l`;
const controls = new RegExp(`${esc}\\[[0-9;?]*[a-zA-Z]`, 'g');

/** Linux tells processor times in hundredths of a second. */
const tickMs = 10;

export interface Painted {
	readonly milliseconds: number;
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
		const begin = performance.now();
		this.#pty.write(key);
		await this.#until((written) => written.includes(frameEnd), from);
		return { milliseconds: performance.now() - begin, bytes: Buffer.byteLength(this.#output.slice(from)) };
	}

	/** Milliseconds of processor time that the program has used: what another load on the machine does not change much. */
	cpuTime(): number {
		const fields = readFileSync(`/proc/${this.#pty.pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		return (Number(fields[11]) + Number(fields[12])) * tickMs;
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
