import { describe, expect, test } from 'vitest';
import * as screens from './fake-screens.ts';
import { fakeHandle } from './fake-handle.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

const place = { evidence: 'e1', firstLine: 200, lastLine: 200 };

describe('a note', () => {
	test('is on the marked line where the pane has the keys, and says which line that is', async () => {
		const handle = at(screens.finishedCollect, inFlow);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(keys.tab, 'm');
		expect(drawn.text()).toContain('A note on e1:200');
		await drawn.type('night shift');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'note', text: 'night shift', place }]);
		expect(drawn.text()).toContain('The note is recorded.');
		drawn.close();
	});

	test('is on the step where the list has the keys; Tab goes to the line and back', async () => {
		const handle = at(screens.finishedCollect, inFlow);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('m');
		expect(drawn.text()).toContain('A note for the record');
		await drawn.press(keys.tab);
		expect(drawn.text()).toContain('A note on e1:200');
		await drawn.press(keys.tab, 'x', keys.enter);
		expect(handle.sent).toEqual([{ type: 'note', text: 'x' }]);
		drawn.close();
	});

	test('is on the line that was found in the text', async () => {
		const events = [screens.captured(1)];
		const screen = screens.screenOf(screens.judge, inFlow);
		const handle = fakeHandle({ screen, events, texts: { e1: screens.errorLog } });
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('v', keys.enter, '/');
		await drawn.type('AH00052');
		await drawn.press(keys.enter, 'm');
		await drawn.type('this one');
		await drawn.press(keys.enter);
		const [sent] = handle.sent;
		const line = sent?.type === 'note' ? (sent.place?.firstLine ?? 0) : 0;
		expect(screens.errorLog.split('\n')[line - 1]).toContain('AH00052');
		expect(drawn.text()).toContain('The note is recorded.');
		drawn.close();
	});

	test.each([screens.finishedCollect, screens.judge])('stands beside its line on a screen of kind $kind', async (body) => {
		const handle = at(body, inFlow);
		const drawn = await stage(fakeWizard(handle).tree);
		expect(drawn.text()).not.toContain('✎');
		handle.show({ ...screens.screenOf(body, inFlow), lineNotes: [{ text: 'seen at 3 in the night', place }] });
		await drawn.settle();
		const marked = drawn.rows().filter((row) => row.includes('✎'));
		expect(marked.length).toBeGreaterThan(0);
		expect(drawn.text()).toContain('note: seen at 3 in the night');
		drawn.close();
	});

	test('is jumped to, between the lines that prove something', async () => {
		const handle = at(screens.finishedCollect, inFlow);
		const drawn = await stage(fakeWizard(handle).tree);
		const far = { evidence: 'e1', firstLine: 20, lastLine: 20 };
		handle.show({ ...screens.screenOf(screens.finishedCollect, inFlow), lineNotes: [{ text: 'asked the owner', place: far }] });
		await drawn.settle();
		expect(drawn.text()).not.toContain('✎');
		await drawn.press(keys.tab, '[');
		expect(drawn.text()).toContain('note: asked the owner');
		await drawn.press('m', 'x', keys.enter);
		expect(handle.sent).toEqual([{ type: 'note', text: 'x', place: far }]);
		drawn.close();
	});
});
