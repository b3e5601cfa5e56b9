import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/domain/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame } from './frame.ts';
import { keys, type Stage, stage } from './stage.ts';

const inFlow: readonly Intent['type'][] = ['back', 'skip', 'repeat', 'continue', 'apply-remedy'];

async function draw(body: Screen['body'], columns = 80, rows = 24, e1 = screens.errorLog): Promise<Stage> {
	const handle = fakeHandle({ screen: screens.screenOf(body, inFlow), texts: { e1, e2: 'first\nsecond\n' } });
	return stage(fakeWizard(handle).tree, columns, rows);
}

const position = (drawn: Stage): string =>
	drawn
		.rows()
		.find((row) => /^(?:❯ )?lines \d/.test(row.trim()))
		?.trim() ?? '';

describe('the output of a collector', () => {
	test('opens at the first marked line and jumps between marked places', async () => {
		const many = screens.evidence({ marked: [50, 120, 200].map((line) => ({ firstLine: line, lastLine: line })) });
		const drawn = await draw({ ...screens.finishedCollect, items: [screens.item({ evidence: [many] })] });
		expect(drawn.text()).toMatch(/▌ .*line 50/);
		await drawn.press(']');
		expect(drawn.text()).toMatch(/▌ .*line 120/);
		await drawn.press('n');
		expect(drawn.text()).toMatch(/▌ \[core:notice\]/);
		await drawn.press('[', '[');
		expect(drawn.text()).toMatch(/▌ .*line 50/);
		expect(position(drawn)).toContain('3 marked places');
		drawn.close();
	});

	test('is scrolled by pages from the list, and by rows after Tab', async () => {
		const drawn = await draw(screens.finishedCollect);
		const before = position(drawn);
		await drawn.press(' ');
		expect(position(drawn)).not.toBe(before);
		await drawn.press(keys.tab, 'g');
		expect(position(drawn)).toMatch(/^❯ lines 1-/);
		await drawn.press('j', keys.down);
		expect(position(drawn)).toMatch(/^❯ lines 3-/);
		await drawn.press('G');
		expect(position(drawn)).toMatch(/-301 of 301/);
		drawn.close();
	});

	test('gets the rows of the list and of the explanations after Tab', async () => {
		const many = screens.evidence({ marked: [{ firstLine: 50, lastLine: 50 }] });
		const drawn = await draw({
			...screens.collect,
			finished: true,
			items: screens.collect.items.map((each) => ({ ...each, evidence: [many] })),
		});
		const rowsOfLog = () => drawn.rows().filter((row) => /line \d+/.test(row)).length;
		const before = rowsOfLog();
		await drawn.press(keys.tab);
		expect(rowsOfLog()).toBeGreaterThan(before + 3);
		expect(drawn.text()).toContain('$ tail -c 8388608');
		await drawn.press(keys.tab);
		expect(rowsOfLog()).toBe(before);
		drawn.close();
	});

	test('is searched; letters of the search do nothing else', async () => {
		const drawn = await draw(screens.finishedCollect);
		await drawn.press('/');
		await drawn.type('Line 2q');
		expect(drawn.text()).toContain('/ Line 2q');
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('nothing found for "Line 2q"');
		await drawn.press('/');
		await drawn.type('line 277');
		await drawn.press(keys.enter);
		expect(drawn.text()).toMatch(/» .*line 277/);
		drawn.close();
	});

	test('is not wrapped on demand, and then moves sideways by columns', async () => {
		const drawn = await draw(screens.finishedCollect);
		await drawn.press(keys.tab, 'w');
		expect(drawn.text()).toContain('not wrapped, from column 1');
		const before = drawn.rows().find((row) => row.includes('AH00052')) ?? '';
		await drawn.press(keys.right);
		const after = drawn.rows().find((row) => row.includes('AH00052')) ?? '';
		expect(after.slice(2, 40)).toBe(before.slice(10, 48));
		drawn.close();
	});

	test('of several commands stands one below the other under its own heading', async () => {
		const two = [
			screens.evidence({ marked: [] }),
			screens.evidence({ id: 'e2', source: 'ipcs -s', lines: 2, exitCode: 3, marked: [] }),
		];
		const drawn = await draw({ ...screens.finishedCollect, items: [screens.item({ evidence: two })] });
		await drawn.press(keys.tab, 'G');
		expect(drawn.text()).toContain('── ipcs -s: 2 lines, exit 3 ──');
		expect(drawn.text()).toContain('second');
		drawn.close();
	});

	test('of 100,000 lines is only made where it is seen', async () => {
		const huge = Array.from({ length: 100_000 }, (_, index) => `line ${index + 1}`).join('\n');
		const body = {
			...screens.finishedCollect,
			items: [
				screens.item({ evidence: [screens.evidence({ lines: 100_000, marked: [{ firstLine: 99_999, lastLine: 99_999 }] })] }),
			],
		};
		const drawn = await draw(body, 80, 24, huge);
		expect(drawn.text()).toContain('▌ line 99999');
		await drawn.press(keys.tab, 'g');
		expect(drawn.text()).toContain('line 1');
		await drawn.press('G');
		expect(drawn.text()).toContain('line 100000');
		drawn.close();
	});
});

describe('the diagnosis', () => {
	test('quotes its proof with file and line', async () => {
		const drawn = await draw(screens.diagnosis, 100, 40);
		expect(drawn.text()).toContain('CONFIRMED: mod_jk loses its shared memory');
		expect(drawn.text()).toContain('Culprit: mod_jk.so, jk_shm_sync, jk_shm.c');
		expect(drawn.text()).toContain('/var/log/apache2/error.log:17200');
		expect(drawn.text()).toMatch(/▌ +\[core:notice\] \[pid 17\] AH00052: child pid 41/);
		drawn.close();
	});

	test('has room for its article beside it when the terminal is wide', async () => {
		const drawn = await draw(screens.diagnosis, 160, 50);
		await drawn.press('a');
		await expect.poll(drawn.text).toContain('The module writes');
		expect(drawn.text()).toContain('DIAGNOSED');
		await drawn.press('a');
		expect(drawn.text()).not.toContain('The module writes');
		drawn.close();
	});

	test('a opens the article of what is highlighted', async () => {
		const drawn = await draw(screens.diagnosis);
		await drawn.press('6', 'a');
		expect(drawn.text()).toContain('There is no article of that name.');
		drawn.close();
	});
});

describe('the evidence of the session', () => {
	test('can be viewed from any screen, pasted text too, with its marked lines', async () => {
		const events = [screens.captured(1, { id: 'e2', source: `ipcs -s ${screens.hostile}` }), screens.captured(2)];
		const handle = fakeHandle({ screen: screens.screenOf(screens.diagnosis, inFlow), events, texts: { e1: screens.errorLog } });
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('v');
		// What it is and when it was taken, so that two of one command are told apart; its command where it is highlighted.
		expect(drawn.text()).toMatch(/❯ 1\. \d\d:\d\d:\d\d {2}\S/);
		expect(drawn.text()).toContain('pasted by the operator');
		await drawn.press('2');
		expect(drawn.text()).toContain('ipcs -s evil \\x1b');
		await drawn.press('1', keys.enter);
		expect(drawn.text()).toMatch(/▌ \[core:notice\]/);
		expectFrame(drawn, 80, 24);
		await drawn.press(keys.escape, keys.escape);
		expect(drawn.text()).toContain('DIAGNOSED');
		drawn.close();
	});
});

describe('the knowledge base', () => {
	test('is searched without moving the list below, and keeps its search under an article', async () => {
		const drawn = await draw(screens.judge);
		await drawn.press('i', '/');
		await drawn.type('disk');
		expect(drawn.text()).toContain('1. The disk is full');
		expect(drawn.text()).not.toContain('shared memory');
		await drawn.press(keys.enter, keys.enter);
		expect(drawn.text()).toContain('Free some space.');
		await drawn.press(keys.escape);
		expect(drawn.text()).toContain('Search: disk');
		drawn.close();
	});
});
