import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { paletteEntries } from '../../src/tui/palette/entries.ts';
import { emptyPalette, matching, movePalette, type PaletteEvent } from '../../src/tui/palette/state.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame, sizes } from './frame.ts';
import { keys, stage } from './stage.ts';

const ctrlK = '\u000b';
const judging = screens.screenOf(screens.judge, [...inFlow, 'continue', 'override'], ['The log', 'The core', 'A signal?']);
const entries = paletteEntries(judging, [], english.tui);

describe('the commands of the palette', () => {
	test('are those that the screen allows', () => {
		const ids = entries.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['continue', 'override', 'step-1', 'step-2', 'note', 'resume', 'help', 'quit']));
		expect(ids).not.toContain('stop');
		const ended = paletteEntries({ ...screens.screenOf(screens.ended), legal: new Set() }, [], english.tui).map(({ id }) => id);
		expect(ended).toContain('export-markdown');
		for (const gone of ['continue', 'back', 'step-1', 'note', 'paste', 'override']) expect(ended).not.toContain(gone);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('lead to no remedy and to no consent: those are typed where they are shown', () => {
		for (const { deed } of paletteEntries(screens.screenOf(screens.diagnosis, [...inFlow, 'apply-remedy']), [], english.tui)) {
			if (deed.kind === 'send') expect(['continue', 'back', 'skip', 'repeat', 'stop', 'start-over']).toContain(deed.intent.type);
		}
	});

	test('are found by words in any order and case, those that begin with the first word first', () => {
		expect(matching(entries, 'JSON export').map(({ id }) => id)).toEqual(['export-json']);
		expect(matching(entries, 'core')[0]?.id).toBe('step-2');
		expect(matching(entries, 'xyzzy')).toEqual([]);
		expect(matching(entries, '  ')).toHaveLength(entries.length);
	});

	test('are highlighted within what was found, whatever is typed', () => {
		const event: fc.Arbitrary<PaletteEvent> = fc.oneof(
			fc.record({ type: fc.constant('typed' as const), query: fc.string() }),
			fc.record({ type: fc.constant('move' as const), by: fc.integer({ min: -30, max: 30 }), count: fc.constant(7) }),
		);
		fc.assert(
			fc.property(fc.array(event), (events) => {
				const { index } = events.reduce(movePalette, emptyPalette);
				expect(index).toBeGreaterThanOrEqual(0);
				expect(index).toBeLessThan(7);
			}),
		);
	});
});

describe('the palette', () => {
	test.each(sizes)('keeps to its frame at %i columns and %i rows', async (columns, rows) => {
		const path = [screens.korean, screens.long, screens.hostile, 'here'];
		const drawn = await stage(
			fakeWizard(fakeHandle({ screen: screens.screenOf(screens.judge, inFlow, path) })).tree,
			columns,
			rows,
		);
		await drawn.press(':');
		await drawn.type('step');
		await drawn.settle();
		expectFrame(drawn, columns, rows);
		expect(drawn.text()).toMatch(/Go back to step 1: 아파치/);
		drawn.close();
	});

	test('goes back to a step that was taken, one recorded step after the other', async () => {
		const handle = fakeHandle({ screen: judging });
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(ctrlK);
		await drawn.type('the log');
		await drawn.press(keys.enter);
		await drawn.settle();
		expect(handle.sent).toEqual([{ type: 'back' }, { type: 'back' }]);
		expect(drawn.text()).not.toContain('Type some words');
		drawn.close();
	});

	test('opens an article by its id or by words, and exports in every format', async () => {
		const { tree, told } = fakeWizard(at(screens.judge));
		const drawn = await stage(tree);
		await drawn.press(':');
		await drawn.type('disk is full');
		await drawn.press(keys.enter);
		await expect.poll(drawn.text).toContain('Free some space.');
		await drawn.press(ctrlK);
		await drawn.type('asciicast');
		await drawn.press(keys.enter);
		await drawn.settle();
		expect(told.exported).toEqual(['/root/report.asciicast']);
		expect(drawn.text()).toContain('Exported to /root/report.asciicast');
		drawn.close();
	});

	test('presses a key of the pane below', async () => {
		const drawn = await stage(fakeWizard(at(screens.judge)).tree);
		await drawn.press(':');
		await drawn.type('wrap');
		await drawn.press(keys.enter);
		await drawn.settle();
		expect(drawn.text()).toContain('not wrapped, from column 1');
		drawn.close();
	});

	test('does nothing where nothing was found, and Escape closes it', async () => {
		const handle = at(screens.judge);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(':');
		await drawn.type('xyzzy');
		await drawn.press(keys.down, keys.enter);
		expect(drawn.text()).toContain('No command has these words.');
		await drawn.press(keys.escape);
		expect(drawn.text()).toContain('leads to');
		expect(handle.sent).toEqual([]);
		drawn.close();
	});
});
