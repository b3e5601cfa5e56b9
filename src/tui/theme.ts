import type { TextProps } from 'ink';
import { readsUtf8 } from '../domain/index.ts';
import type { Background } from './terminal/background.ts';

/** What a piece of text means; the only way for a component to colour it. */
export type Tone = 'plain' | 'title' | 'muted' | 'good' | 'bad' | 'warn' | 'accent' | 'added' | 'removed' | 'root';

type Style = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;

export type Tones = Readonly<Record<Tone, Style>>;

const dark: Tones = {
	plain: {},
	title: { bold: true },
	muted: { dimColor: true },
	good: { color: 'green' },
	bad: { color: 'red', bold: true },
	warn: { color: 'yellow' },
	accent: { color: 'cyan' },
	added: { color: 'green' },
	removed: { color: 'red' },
	root: { color: 'red', bold: true, inverse: true },
};

/** The yellow, cyan and green of most palettes cannot be read on white; these can, and are black where there are but 16 colours. */
const light: Tones = {
	...dark,
	good: { color: 'ansi256(22)' },
	warn: { color: 'magenta' },
	accent: { color: 'blue' },
	added: { color: 'ansi256(22)' },
};

export function tonesFor(background: Background): Tones {
	return background === 'light' ? light : dark;
}

/** Marks that carry meaning of their own, so that nothing hangs on colour. */
export interface Glyphs {
	readonly pointer: string;
	readonly marker: string;
	readonly hit: string;
	readonly note: string;
	readonly bullet: string;
	readonly arrow: string;
	readonly separator: string;
	readonly ellipsis: string;
	readonly rule: string;
	readonly bar: string;
	readonly done: string;
	readonly bad: string;
	readonly running: string;
	readonly waiting: string;
	readonly blocked: string;
}

const unicode: Glyphs = {
	pointer: '❯',
	marker: '▌',
	hit: '»',
	note: '✎',
	bullet: '•',
	arrow: '→',
	separator: '·',
	ellipsis: '…',
	rule: '─',
	bar: '│',
	done: '✓',
	bad: '✗',
	running: '▸',
	waiting: '·',
	blocked: '■',
};

const ascii: Glyphs = {
	pointer: '>',
	marker: '|',
	hit: '>',
	note: 'n',
	bullet: '*',
	arrow: '->',
	separator: '-',
	ellipsis: '~',
	rule: '-',
	bar: '|',
	done: 'v',
	bad: 'x',
	running: '>',
	waiting: '.',
	blocked: '#',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** ASCII where the locale is not UTF-8 or the terminal is known to lack the characters. */
export function glyphsFor(env: Environment): Glyphs {
	return isAsciiOnly(env) ? ascii : unicode;
}

export function isAsciiOnly(env: Environment): boolean {
	return !readsUtf8(env) || env.TERM === 'linux' || env.TERM === 'dumb';
}
