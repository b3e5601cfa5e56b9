import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipboardWrite, takesCopies, throughMultiplexer, visible } from '../../src/domain/index.ts';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

const [esc, bel] = ['\u001b', '\u0007'];
const osc52 = new RegExp(`^${esc}\\]52;c;([A-Za-z0-9+/]*={0,2})${bel}$`);

function copied(sequence: string): string {
	return Buffer.from(osc52.exec(sequence)?.[1] ?? '', 'base64').toString();
}

describe('a copy', () => {
	test('is plain ASCII on the line and holds no control byte, whatever the text holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { sequence } = clipboardWrite(text);
				expect(sequence).toMatch(osc52);
				expect(copied(sequence)).not.toMatch(/(?![\t\n])\p{Cc}/u);
			}),
		);
	});

	test('is not sent to a terminal that is known to print it', async () => {
		for (const TERM of ['linux', 'dumb', '']) expect(takesCopies({ TERM })).toBe(false);
		const { tree, told } = fakeWizard(at(screens.finishedCollect), {}, { LANG: 'C.UTF-8', TERM: 'linux' });
		const drawn = await stage(tree);
		await drawn.press('Y');
		expect(drawn.text()).toContain('This terminal takes no copies.');
		expect(told.sequences).toEqual([]);
		drawn.close();
	});

	test('is cut at a whole character where the terminal would drop it', () => {
		const { sequence, characters } = clipboardWrite('한'.repeat(100_000));
		expect(sequence.length).toBeLessThan(80_000);
		expect(copied(sequence)).toBe('한'.repeat(characters));
	});

	test('of the marked line, of the line that was found, and of the command', async () => {
		const { tree, told } = fakeWizard(at(screens.finishedCollect, inFlow));
		const drawn = await stage(tree);
		await drawn.press('y');
		expect(copied(told.sequences[0] ?? '')).toBe(visible(screens.errorLog.split('\n')[199] ?? ''));
		expect(drawn.text()).toContain('Sent to the clipboard of your terminal');
		await drawn.press('/');
		await drawn.type('AH00052');
		await drawn.press(keys.enter, 'y');
		expect(copied(told.sequences[1] ?? '')).toContain('AH00052');
		await drawn.press('Y');
		expect(copied(told.sequences[2] ?? '')).toBe('tail -c 8388608 /var/log/apache2/error.log');
		drawn.close();
	});
});

describe('a copy inside of a multiplexer', () => {
	const { sequence } = clipboardWrite('한'.repeat(300));

	test('reaches tmux itself and, passed through it, the terminal around', () => {
		const sent = throughMultiplexer(sequence, { TMUX: '/tmp/tmux-0/default,1,0' });
		expect(sent.startsWith(sequence)).toBe(true);
		const passed = sent.slice(sequence.length);
		expect(passed).toMatch(new RegExp(`^${esc}Ptmux;.*${esc}\\\\$`));
		const doubled = `${esc}${esc}`;
		expect(passed.slice(`${esc}Ptmux;`.length, -2).replaceAll(doubled, esc)).toBe(sequence);
	});

	test('passes GNU screen in pieces that it takes', () => {
		const pieces = throughMultiplexer(sequence, { STY: '1.pts-0' }).split(`${esc}P`).slice(1);
		expect(pieces.every((piece) => piece.endsWith(`${esc}\\`) && piece.length < 256)).toBe(true);
		expect(pieces.map((piece) => piece.slice(0, -2)).join('')).toBe(sequence);
	});

	test('is left alone elsewhere', () => {
		expect(throughMultiplexer(sequence, {})).toBe(sequence);
	});
});
