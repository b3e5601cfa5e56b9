import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { setTimeout as delay, setImmediate as macrotask } from 'node:timers/promises';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { TtyInput, type TtySource } from '../../src/tui/terminal/tty-input.ts';

const esc = String.fromCharCode(0x1b);
const colours = new RegExp(`${esc}\\[[0-9;]*m`, 'g');

/** A terminal with a real size; keeps the last whole frame. */
class StageOutput extends Writable {
	readonly isTTY = true;
	columns: number;
	rows: number;
	frame = '';

	constructor(columns: number, rows: number) {
		super({ decodeStrings: false });
		this.columns = columns;
		this.rows = rows;
	}

	override _write(chunk: unknown, _encoding: string, done: () => void): void {
		const text = String(chunk);
		// Mode switches are no frames.
		if (!text.startsWith(`${esc}[?`) && text.trim() !== '') this.frame = text;
		done();
	}
}

/** The terminal's side of the keyboard. */
class StageSource extends EventEmitter {
	isRaw = false;

	setRawMode(isRaw: boolean): this {
		this.isRaw = isRaw;
		return this;
	}
	setEncoding(): this {
		return this;
	}
	resume(): this {
		return this;
	}
	pause(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
}

export const keys = {
	enter: '\r',
	escape: '\u001b',
	tab: '\t',
	up: '\u001b[A',
	down: '\u001b[B',
	right: '\u001b[C',
	left: '\u001b[D',
	pageDown: '\u001b[6~',
	pageUp: '\u001b[5~',
	backspace: '\u007f',
	ctrlC: '\u0003',
	ctrlD: '\u0004',
	paste: (text: string) => `\u001b[200~${text}\u001b[201~`,
};

export interface Stage {
	/** The screen without colours, as rows without trailing spaces. */
	readonly rows: () => readonly string[];
	readonly text: () => string;
	/** With colours. */
	readonly raw: () => string;
	/** Each argument arrives in a read of its own. */
	readonly press: (...inputs: readonly string[]) => Promise<void>;
	/** One character after another. */
	readonly type: (text: string) => Promise<void>;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	readonly settle: () => Promise<void>;
	readonly close: () => void;
}

/** Draws a tree on a terminal of the given size. */
export async function stage(tree: ReactNode, columns = 80, rows = 24): Promise<Stage> {
	const stdout = new StageOutput(columns, rows);
	const source = new StageSource();
	const stdin = new TtyInput(() => source satisfies TtySource);
	const instance = render(tree, {
		stdin,
		stdout,
		debug: true,
		exitOnCtrlC: false,
		interactive: true,
		patchConsole: false,
	});
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 4; turn += 1) await macrotask();
	};
	const text = (): string => stdout.frame.replaceAll(colours, '');
	const press = async (...inputs: readonly string[]): Promise<void> => {
		for (const input of inputs) {
			source.emit('data', input);
			if (input === keys.escape) await delay(30);
			await settle();
		}
	};
	await settle();
	return {
		rows: () =>
			text()
				.split('\n')
				.map((row) => row.trimEnd()),
		text,
		raw: () => stdout.frame,
		press,
		type: (typed) => press(...Array.from(typed)),
		resize: async (newColumns, newRows) => {
			stdout.columns = newColumns;
			stdout.rows = newRows;
			stdout.emit('resize');
			await settle();
		},
		settle,
		close: instance.unmount,
	};
}
