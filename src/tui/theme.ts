import type { TextProps } from 'ink';
import { readsUtf8 } from '../domain/index.ts';

/** What a piece of text means; the only way for a component to colour it. */
export type Tone = 'plain' | 'title' | 'muted' | 'good' | 'bad' | 'warn' | 'accent' | 'added' | 'removed' | 'root';

type Style = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;

export const tones: Readonly<Record<Tone, Style>> = {
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
