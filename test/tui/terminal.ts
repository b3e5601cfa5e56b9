import { spawn } from '@lydell/node-pty';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';

export interface Terminal {
	/** Rows of the screen without trailing spaces. */
	readonly rows: () => readonly string[];
	readonly text: () => string;
	/** Every byte received so far. */
	readonly bytes: () => string;
	readonly write: (text: string) => void;
	readonly kill: (signal: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** Rejects with the screen when the pattern does not appear. */
	readonly waitFor: (pattern: RegExp) => Promise<void>;
	readonly exit: Promise<{ readonly exitCode: number; readonly signal?: number | undefined }>;
	/** Modes that a well-behaved program leaves off. */
	readonly modes: () => { readonly alternate: boolean; readonly paste: boolean; readonly cursorHidden: boolean };
}

interface TerminalOptions {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string | undefined>>;
}

const patience = 10_000;

/** A program in a real pseudo-terminal, its screen kept by a terminal emulator. */
export function openTerminal(
	argv: readonly [string, ...string[]],
	{ columns = 80, rows = 24, env = {} }: TerminalOptions = {},
): Terminal {
	const [file, ...args] = argv;
	const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
	screen.loadAddon(new Unicode11Addon());
	screen.unicode.activeVersion = '11';
	const wanted = {
		...process.env,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		CI: undefined,
		NO_COLOR: undefined,
		FORCE_COLOR: undefined,
		...env,
	};
	const clean = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
	const child = spawn(file, args, { name: 'xterm-256color', cols: columns, rows, env: clean });
	const watchers = new Set<() => void>();
	let bytes = '';
	child.onData((data) => {
		bytes += data;
		screen.write(data, () => {
			for (const watcher of watchers) watcher();
		});
	});
	const exit = new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) => {
		child.onExit((end) => setTimeout(() => screen.write('', () => resolve(end)), 30));
	});
	const lines = (): readonly string[] => {
		const { active } = screen.buffer;
		return Array.from({ length: screen.rows }, (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '');
	};
	return {
		rows: lines,
		text: () => lines().join('\n'),
		bytes: () => bytes,
		write: (text) => child.write(text),
		kill: (signal) => child.kill(signal),
		resize: (newColumns, newRows) => {
			child.resize(newColumns, newRows);
			screen.resize(newColumns, newRows);
		},
		waitFor: (pattern) =>
			new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					watchers.delete(look);
					reject(new Error(`${pattern} did not appear on:\n${lines().join('\n')}`));
				}, patience);
				const look = (): void => {
					if (!pattern.test(lines().join('\n'))) return;
					watchers.delete(look);
					clearTimeout(timer);
					resolve();
				};
				watchers.add(look);
				look();
			}),
		exit,
		modes: () => ({
			alternate: screen.buffer.active.type === 'alternate',
			paste: screen.modes.bracketedPasteMode,
			cursorHidden: bytes.lastIndexOf('\u001b[?25l') > bytes.lastIndexOf('\u001b[?25h'),
		}),
	};
}
