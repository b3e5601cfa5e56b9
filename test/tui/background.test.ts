import { describe, expect, test } from 'vitest';
import { recoloured } from '../../src/tui/markdown.ts';
import { backgroundIn, backgroundOf, createBackground, mayAskBackground } from '../../src/tui/terminal/background.ts';
import { tonesFor } from '../../src/tui/theme.ts';

describe('the background of the terminal', () => {
	test.each([
		['\u001b]11;rgb:ffff/ffff/ffff\u0007', 'light'],
		['\u001b]11;rgb:fd/f6/e3\u001b\\', 'light'],
		['\u001b]11;rgba:0000/0000/0000/ffff\u0007', 'dark'],
		['\u001b]11;rgb:0000/2b2b/3636\u001b\\', 'dark'],
		['\u001b]10;rgb:ffff/ffff/ffff\u0007', null],
		['\u001b]11;white\u0007', null],
	] as const)('in the answer %j is %s', (report, expected) => {
		expect(backgroundIn(report)).toBe(expected);
	});

	test.each([
		['0;15', 'light'],
		['0;default;15', 'light'],
		['0;7', 'light'],
		['15;0', 'dark'],
		['12;8', 'dark'],
		['default;default', null],
		[undefined, null],
	] as const)('in COLORFGBG=%s is %s', (value, expected) => {
		expect(backgroundOf({ COLORFGBG: value })).toBe(expected);
	});

	test('is asked for only where the question is harmless and its answer of use', () => {
		expect(mayAskBackground({ TERM: 'xterm-256color' })).toBe(true);
		expect(mayAskBackground({ TERM: 'tmux-256color', TMUX: '/tmp/tmux-0/default,1,0' })).toBe(true);
		expect(mayAskBackground({ TERM: 'linux' })).toBe(false);
		expect(mayAskBackground({ TERM: 'dumb' })).toBe(false);
		expect(mayAskBackground({})).toBe(false);
		expect(mayAskBackground({ TERM: 'screen', STY: '1.pts-0' })).toBe(false);
		expect(mayAskBackground({ TERM: 'xterm', NO_COLOR: '1' })).toBe(false);
		expect(mayAskBackground({ TERM: 'xterm', COLORFGBG: '0;15' })).toBe(false);
	});

	test('is dark until the terminal answers, and then told to whoever draws', async () => {
		const known = createBackground({});
		let drawn = 0;
		known.subscribe(() => {
			drawn += 1;
		});
		known.learn('\u001b]52;c;\u0007');
		expect([known.get(), drawn]).toEqual(['dark', 0]);
		known.learn('\u001b]11;rgb:ffff/ffff/ffff\u0007');
		await known.answered;
		expect([known.get(), drawn]).toEqual(['light', 1]);
	});
});

/** Contrast of the first sixteen colours of xterm with white is below 3 for these: green, yellow, cyan, and their bright kin. */
const paleOnWhite = ['green', 'yellow', 'cyan', 'white', 'greenBright', 'yellowBright', 'cyanBright'];

describe('on a light background', () => {
	test('no tone has a colour that cannot be read on white', () => {
		const colours = Object.values(tonesFor('light')).map((style) => style.color);
		expect(colours.filter((colour) => colour !== undefined && paleOnWhite.includes(String(colour)))).toEqual([]);
	});

	test('an article has none either, and on a dark one no dark blue', () => {
		const rendered = [32, 33, 34, 36].map((code) => `\u001b[${code}mword\u001b[39m`).join(' ');
		const codes = (background: 'dark' | 'light') =>
			Array.from(recoloured(rendered, background).matchAll(/\[(\d+)mword/g), ([, code]) => code);
		expect(codes('light')).toEqual(['34', '35', '34', '34']);
		expect(codes('dark')).toEqual(['32', '33', '94', '36']);
	});
});
