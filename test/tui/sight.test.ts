import { describe, expect, test } from 'vitest';
import type { RemedyView } from '../../src/session/screen-types.ts';
import { pathOf } from '../../src/tui/text/path.ts';
import { glyphsFor } from '../../src/tui/theme.ts';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeHandle } from './fake-handle.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

const glyphs = glyphsFor({ LANG: 'C.UTF-8' });
const steps = ['Look at the server', 'Was a lock removed?', 'Who removed it?', 'The diagnosis'];

describe('the path of steps', () => {
	test('loses whole steps where it is narrow, the first of them', () => {
		const screen = screens.screenOf(screens.judge, [], steps);
		expect(pathOf(screen, 100, glyphs)).toBe('Look at the server → Was a lock removed? → Who removed it? →');
		expect(pathOf(screen, 50, glyphs)).toBe('… → Was a lock removed? → Who removed it? →');
		expect(pathOf(screen, 30, glyphs)).toBe('… → Who removed it? →');
		expect(pathOf(screen, 12, glyphs)).toBe('…moved it? →');
		expect(pathOf(screens.screenOf(screens.judge, [], steps.slice(0, 1)), 60, glyphs)).toBe('');
	});
});

describe('the first row', () => {
	test('shows the id of the session whole or not at all', async () => {
		const screen = screens.screenOf(screens.ask, inFlow);
		const flow = 'The server went down or deaf with a lost lock';
		const handle = fakeHandle({ screen: { ...screen, banner: { ...screen.banner, flow } } });
		const narrow = await stage(fakeWizard(handle).tree, 80, 24);
		expect(narrow.rows()[0]).toMatch(/lost lock$/);
		narrow.close();
		const wide = await stage(fakeWizard(handle).tree, 100, 24);
		expect(wide.rows()[0]).toMatch(/lost lock · 20261121-1940-ab$/);
		wide.close();
	});
});

describe('the first screen', () => {
	test('shows what was seen in two rows each where there is room, and in one where there is none', async () => {
		const path = `Error log /srv/${'long-folder/'.repeat(6)}error.log: 3 lines, last at 02:15.`;
		const seen = (count: number) =>
			screens.screenOf({
				...screens.welcome,
				sightings: Array.from({ length: count }, (_, index) => ({ tone: 'neutral' as const, text: `${index} ${path}` })),
			});
		const few = await stage(fakeWizard(fakeHandle({ screen: seen(2) })).tree, 80, 24);
		expect(few.text()).toContain('3 lines, last at 02:15.');
		few.close();
		const many = await stage(fakeWizard(fakeHandle({ screen: seen(5) })).tree, 80, 24);
		expect(many.text()).toContain('4 Error log');
		expect(many.text()).not.toContain('last at 02:15');
		many.close();
	});
});

describe('a key that came too early', () => {
	test('is told to wait no longer than there is something to wait for', async () => {
		const handle = fakeHandle({ screen: screens.screenOf({ ...screens.welcome, looking: true }) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 24);
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Still looking at this target.');
		handle.show(screens.screenOf(screens.welcome));
		await drawn.settle();
		expect(drawn.text()).not.toContain('Still looking at this target.');
		expect(handle.sent).toEqual([]);
		drawn.close();
	});

	test('nor while commands run', async () => {
		const handle = fakeHandle({ screen: screens.screenOf(screens.collect) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 24);
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Commands are still running.');
		handle.show(screens.screenOf(screens.finishedCollect, ['continue']));
		await drawn.settle();
		expect(drawn.text()).not.toContain('Commands are still running.');
		drawn.close();
	});
});

describe('a column of explanations', () => {
	test('stays one where it is wrapped', async () => {
		const drawn = await stage(fakeWizard(at(screens.ask)).tree, 60, 60);
		await drawn.press('?');
		const rows = drawn.rows();
		const first = rows.findIndex((row) => row.includes('all commands by words'));
		const column = rows[first]?.indexOf('all commands') ?? -1;
		expect(rows[first + 1]).toMatch(new RegExp(`^ {${column}}\\S`));
		drawn.close();
	});
});

describe('the output of a command', () => {
	test('has its heading in one row, however long the path', async () => {
		const source = `/srv/${'long-folder/'.repeat(12)}error.log`;
		const body = { ...screens.finishedCollect, items: [screens.item({ evidence: [screens.evidence({ source, marked: [] })] })] };
		const handle = fakeHandle({ screen: screens.screenOf(body, inFlow), texts: { e1: screens.errorLog } });
		const drawn = await stage(fakeWizard(handle).tree, 80, 24);
		expect(drawn.text()).toMatch(/── ….*error\.log: 300 lines, exit 0 ──$/m);
		drawn.close();
	});

	test('is not cut within words', async () => {
		const log = `${'word '.repeat(15)}AH00163: Apache configured`;
		const body = {
			...screens.finishedCollect,
			items: [screens.item({ evidence: [screens.evidence({ lines: 1, marked: [] })] })],
		};
		const handle = fakeHandle({ screen: screens.screenOf(body, inFlow), texts: { e1: log } });
		const drawn = await stage(fakeWizard(handle).tree, 80, 24);
		expect(drawn.text()).toMatch(/^ {2}AH00163: Apache configured$/m);
		drawn.close();
	});
});

const bodyWith = (part: Partial<RemedyView>) => {
	const [first] = screens.diagnosis.diagnoses;
	return { ...screens.diagnosis, diagnoses: first ? [{ ...first, remedies: [{ ...screens.remedy, ...part }] }] : [] };
};
const legal = [...inFlow.filter((intent) => intent !== 'repeat'), 'apply-remedy', 'watch'] as const;

describe('a remedy', () => {
	test('that was applied leaves the highlight to what is next', async () => {
		const handle = fakeHandle({ screen: screens.screenOf(bodyWith({}), legal) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('2');
		expect(drawn.text()).toContain('❯ 2. Fix: Give mod_jk a shared memory file');
		handle.show(screens.screenOf(bodyWith({ state: 'running' }), legal));
		await drawn.settle();
		expect(drawn.text()).toContain('❯ 2. Fix: Give mod_jk a shared memory file [RUNNING]');
		handle.show(screens.screenOf(bodyWith({ state: 'applied' }), legal));
		await drawn.settle();
		expect(drawn.text()).toContain('❯ 1. Watch whether it fails again');
		expect(drawn.text()).toContain('Undo: Give mod_jk a shared memory file');
		drawn.close();
	});

	test('that was applied says so, though its precondition no longer holds, and offers nothing to type', async () => {
		const handle = fakeHandle({ screen: screens.screenOf(bodyWith({ state: 'applied', precondition: 'refuted' }), legal) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('3', keys.enter);
		expect(drawn.text()).toContain('It has been applied; the choice below it undoes it.');
		expect(drawn.rows().at(-1)).not.toContain('Enter send');
		drawn.close();
	});

	test('numbers what it would do, and long commands keep their column', async () => {
		const actions = ['one', 'two'].map((word) => ({ description: `${word} ${'x'.repeat(90)}`, change: null, manual: false }));
		const handle = fakeHandle({ screen: screens.screenOf(bodyWith({ actions }), legal) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('2', keys.enter);
		expect(drawn.text()).toMatch(/^ {2}1\. one x+\n {5}x+$/m);
		expect(drawn.text()).toMatch(/^ {2}2\. two x+\n {5}x+$/m);
		drawn.close();
	});
});

describe('evidence from elsewhere', () => {
	const open = async (columns: number) => {
		const handle = fakeHandle({ screen: screens.screenOf(screens.ask, [...inFlow, 'paste']) });
		return stage(fakeWizard(handle, { formats: [{ id: 'error-log', title: 'Error log' }] }).tree, columns, 24);
	};

	test('tells its size whole at 80 columns, and the key that sends it', async () => {
		const drawn = await open(80);
		await drawn.press('p', keys.paste('a line of a log\n'.repeat(100_000)));
		expect(drawn.text()).toContain('100000 lines, 1600000 characters. Enter sends it.');
		expect(drawn.text()).toContain('Format: recognise it (Tab for another)');
		drawn.close();
	});

	test('where it is typed, is sent by no Enter, and says so', async () => {
		const drawn = await open(80);
		await drawn.press('p', 'x', keys.enter);
		expect(drawn.text()).toContain('1 line, 2 characters. Ctrl-D sends it.');
		expect(drawn.rows().at(-1)).toMatch(/^Ctrl-D send/);
		drawn.close();
	});
});
