import { setTimeout as sleep } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
// oxlint-disable-next-line import/default -- CommonJS, whose one export Node gives as the default
import unicode from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import { type KeyName, keySequence } from './keys.ts';

export interface TerminalOptions {
	readonly columns?: number;
	readonly rows?: number;
	/** Added to a minimal environment. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
}

/** What must hold of the screen. */
export type Expectation = string | RegExp | ((screen: string) => boolean);

/** One column of a row as it is drawn. */
export interface Cell {
	readonly text: string;
	/** Columns: 1 or 2; 0 for the second half of a wide one. */
	readonly width: number;
	/** Number in the palette of 256, a hex colour, or null for the default. */
	readonly ink: number | string | null;
	readonly paper: number | string | null;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly inverse: boolean;
}

/** What a program may leave behind in the terminal of the operator. */
export interface Modes {
	readonly alternateScreen: boolean;
	readonly bracketedPaste: boolean;
	readonly cursorHidden: boolean;
	readonly mouse: boolean;
	/** Output is held back until the program says that its frame is complete. */
	readonly synchronised: boolean;
}

export interface Ending {
	readonly exitCode: number;
	/** Number of the signal that ended it; 0 or absent where it ended by itself. */
	readonly signal?: number;
}

/** Time between two keys, so that each arrives in a read of its own as from a person. */
const betweenKeysMs = 30;

/** A program that is killed within a frame never ends it. */
const longestFrameMs = 1000;

function holds(expectation: Expectation, screen: string): boolean {
	if (typeof expectation === 'function') return expectation(screen);
	return typeof expectation === 'string' ? screen.includes(expectation) : expectation.test(screen);
}

/** Runs a program as a shell does, and lets the terminal's own settings be seen after it: `icanon echo` when all is well. */
export function thenSettings(argv: readonly string[]): [string, ...string[]] {
	return ['/bin/sh', '-c', '"$@"; echo "ended with $?"; stty -a', 'sh', ...argv];
}

type BufferCell = NonNullable<
	ReturnType<NonNullable<ReturnType<InstanceType<typeof headless.Terminal>['buffer']['active']['getLine']>>['getCell']>
>;

function cellOf(cell: BufferCell | undefined): Cell {
	if (!cell) return { text: '', width: 1, ink: null, paper: null, bold: false, dim: false, inverse: false };
	const hex = (colour: number) => `#${colour.toString(16).padStart(6, '0')}`;
	const ink = cell.isFgDefault() ? null : cell.isFgRGB() ? hex(cell.getFgColor()) : cell.getFgColor();
	const paper = cell.isBgDefault() ? null : cell.isBgRGB() ? hex(cell.getBgColor()) : cell.getBgColor();
	const [bold, dim, inverse] = [cell.isBold() !== 0, cell.isDim() !== 0, cell.isInverse() !== 0];
	return { text: cell.getChars(), width: cell.getWidth(), ink, paper, bold, dim, inverse };
}

/** A program in a real pseudo-terminal, with its output drawn as a terminal would. */
export class TerminalSession {
	readonly #screen: InstanceType<typeof headless.Terminal>;
	readonly #process: IPty;
	readonly #listeners = new Set<() => void>();
	#output = '';
	/** Resolves when the program has ended and all that it wrote is drawn. */
	readonly ended: Promise<Ending>;

	constructor(argv: readonly [string, ...string[]], options: TerminalOptions = {}) {
		const { columns: cols = 80, rows = 24, env = {}, cwd = process.cwd() } = options;
		this.#screen = new headless.Terminal({ cols, rows, allowProposedApi: true, scrollback: 5000 });
		this.#screen.loadAddon(new unicode.Unicode11Addon());
		this.#screen.unicode.activeVersion = '11';
		const { PATH = '', HOME = '/root' } = process.env;
		const [program, ...rest] = argv;
		this.#process = spawn(program, rest, {
			// Stands above the environment.
			name: env.TERM ?? 'xterm-256color',
			cols,
			rows,
			cwd,
			env: { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
		});
		// Programs ask the terminal where the cursor is and what it can do.
		this.#screen.onData((answer) => this.#process.write(answer));
		this.#process.onData((data) => {
			this.#output += data;
			this.#screen.write(data, () => this.#notify());
		});
		this.ended = new Promise((resolve) => {
			this.#process.onExit((ending) => this.#screen.write('', () => resolve(ending)));
		});
	}

	get pid(): number {
		return this.#process.pid;
	}

	/** Every byte that the program wrote. */
	get output(): string {
		return this.#output;
	}

	/** The visible rows, without blanks at their ends. */
	lines(): string[] {
		const buffer = this.#screen.buffer.active;
		return Array.from({ length: this.#screen.rows }, (_, row) =>
			(buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
		);
	}

	/** The visible rows with their colours. */
	cells(): readonly (readonly Cell[])[] {
		const buffer = this.#screen.buffer.active;
		return Array.from({ length: this.#screen.rows }, (_, row) => {
			const line = buffer.getLine(buffer.viewportY + row);
			return Array.from({ length: this.#screen.cols }, (_each, column) => cellOf(line?.getCell(column)));
		});
	}

	text(): string {
		return this.lines().join('\n').trimEnd();
	}

	/** Rows that were scrolled out at the top of the normal screen. */
	scrollback(): string[] {
		const buffer = this.#screen.buffer.normal;
		return Array.from({ length: buffer.baseY }, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '');
	}

	modes(): Modes {
		const isLast = (on: string, off: string) => this.#output.lastIndexOf(on) > this.#output.lastIndexOf(off);
		return {
			alternateScreen: this.#screen.buffer.active.type === 'alternate',
			bracketedPaste: this.#screen.modes.bracketedPasteMode,
			cursorHidden: isLast('\x1b[?25l', '\x1b[?25h'),
			mouse: this.#screen.modes.mouseTrackingMode !== 'none',
			synchronised: isLast('\x1b[?2026h', '\x1b[?2026l'),
		};
	}

	/** Where the terminal's own cursor stands, counted from 0; null while it is hidden. */
	cursor(): { readonly column: number; readonly row: number } | null {
		const { cursorX, cursorY } = this.#screen.buffer.active;
		return this.modes().cursorHidden ? null : { column: cursorX, row: cursorY };
	}

	/**
	 * Waits until the screen is as expected; rejects with the screen as it is then. As a terminal does, shows a frame once it
	 * is complete, but does not hold it back for ever.
	 */
	async waitFor(expectation: Expectation, milliseconds = 10_000): Promise<void> {
		if (!this.modes().synchronised && holds(expectation, this.text())) return;
		let heldBack = true;
		await new Promise<void>((resolve, reject) => {
			const stop = () => {
				clearTimeout(timer);
				clearTimeout(patience);
				this.#listeners.delete(look);
			};
			const look = () => {
				if ((heldBack && this.modes().synchronised) || !holds(expectation, this.text())) return;
				stop();
				resolve();
			};
			const patience = setTimeout(() => {
				heldBack = false;
				look();
			}, longestFrameMs);
			const timer = setTimeout(() => {
				stop();
				reject(new Error(`waited ${milliseconds} ms in vain for ${expectation}; the screen is:\n${this.text()}`));
			}, milliseconds);
			this.#listeners.add(look);
		});
	}

	/** Presses keys one after the other. */
	async press(...names: readonly KeyName[]): Promise<void> {
		for (const name of names) await this.#send(keySequence(name));
	}

	/** Types a text, each character a key. */
	async type(text: string): Promise<void> {
		for (const character of text) await this.#send(character);
	}

	/** Sends keys at once, as they arrive over a slow line. */
	burst(keys: string): void {
		this.#process.write(keys);
	}

	/** Sends a text as the terminal does when the operator pastes it. */
	paste(text: string): void {
		const { bracketedPasteMode } = this.#screen.modes;
		this.#process.write(bracketedPasteMode ? `\x1b[200~${text}\x1b[201~` : text);
	}

	resize(columns: number, rows: number): void {
		this.#process.resize(columns, rows);
		this.#screen.resize(columns, rows);
	}

	/** Sends a signal to the program alone. */
	kill(signal: NodeJS.Signals): void {
		process.kill(this.pid, signal);
	}

	/** Ends the program and everything that it started and that is still in its process group. */
	async close(): Promise<void> {
		try {
			process.kill(-this.pid, 'SIGKILL');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
		await this.ended;
		this.#screen.dispose();
	}

	async #send(bytes: string): Promise<void> {
		this.#process.write(bytes);
		await sleep(betweenKeysMs);
	}

	#notify(): void {
		for (const listener of this.#listeners) listener();
	}
}
