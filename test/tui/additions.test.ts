import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

describe('what the operator adds', () => {
	test('pasted text becomes evidence whatever screen it lands on, and never acts as keys', async () => {
		const handle = at(screens.judge, [...inFlow, 'continue']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(keys.paste('q\rAH00144: couldn\u2019t\r'));
		expect(handle.sent).toEqual([]);
		expect(drawn.text()).toContain('2 lines');
		await drawn.press(keys.enter);
		const text = 'q\nAH00144: couldn\u2019t\n';
		expect(handle.sent).toEqual([{ type: 'paste', text, format: null, source: 'pasted by the operator' }]);
		drawn.close();
	});

	test('typed evidence ends with Ctrl-D; an empty one is not sent', async () => {
		const handle = at(screens.judge);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('p', keys.ctrlD);
		expect(drawn.text()).toContain('Nothing pasted yet.');
		await drawn.type('a b');
		await drawn.press(keys.enter, 'c', keys.ctrlD);
		expect(handle.sent).toMatchObject([{ type: 'paste', text: 'a b\nc' }]);
		drawn.close();
	});

	test('a paste while a field is open goes into the field', async () => {
		const handle = at(screens.judge);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('m', keys.paste('from the\rclipboard'), keys.enter);
		expect(handle.sent).toMatchObject([{ type: 'note', text: 'from the clipboard' }]);
		expect(drawn.text()).toContain('The note is recorded.');
		drawn.close();
	});

	test('what became of pasted evidence is told when the parsers have read it', async () => {
		const events: SessionEvent[] = [screens.captured(1)];
		const screen = screens.screenOf(screens.judge, inFlow);
		const handle = fakeHandle({ screen, events });
		const drawn = await stage(fakeWizard(handle).tree);
		events.push(screens.captured(2, { id: 'e2' }));
		handle.show({ ...screen });
		await drawn.settle();
		expect(drawn.text()).toContain('Taken as error-log: 1 fact read from 300 lines.');
		const problem = { kind: 'not-text' as const, message: 'No parser recognises this.', advice: 'Name its format.' };
		events.push(screens.captured(3, { id: 'e3', problem }));
		handle.show({ ...screen });
		await drawn.settle();
		expect(drawn.text()).toContain('No parser recognises this. Name its format.');
		drawn.close();
	});

	test('the format of pasted text can be named, and Escape goes back to the text', async () => {
		const handle = at(screens.judge);
		const formats = [{ id: 'error-log', title: 'Error log' }];
		const drawn = await stage(fakeWizard(handle, { formats }).tree);
		await drawn.press(keys.paste('text'), keys.tab, '2', keys.escape);
		expect(drawn.text()).toContain('Format: recognise it');
		await drawn.press(keys.tab, '2', keys.enter);
		expect(drawn.text()).toContain('Format: Error log');
		await drawn.press(keys.enter);
		expect(handle.sent).toMatchObject([{ type: 'paste', text: 'text', format: 'error-log' }]);
		drawn.close();
	});

	test('an export tells its path', async () => {
		const { tree, told } = fakeWizard(at(screens.diagnosis));
		const drawn = await stage(tree);
		await drawn.press('e', '2', keys.enter);
		expect(told.exported).toEqual(['/root/report.json']);
		expect(drawn.text()).toContain('Exported to /root/report.json');
		drawn.close();
	});
});

describe('what goes wrong', () => {
	test('a refused intent is said, and the next key takes the notice away', async () => {
		const handle = fakeHandle({
			screen: screens.screenOf(screens.judge, [...inFlow, 'continue']),
			react: () => {
				throw new Error('the disk is full');
			},
		});
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Not possible: the disk is full');
		await drawn.press('j');
		expect(drawn.text()).not.toContain('Not possible');
		drawn.close();
	});

	test('a bundle that cannot be opened leaves everything as it was', async () => {
		const session = at(screens.welcome, ['choose-flow']);
		const { tree } = fakeWizard(session, { openBundle: () => Promise.reject(new Error('no such folder')) });
		const drawn = await stage(tree);
		await drawn.press('4', keys.enter);
		await drawn.type('/nowhere');
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Not possible: no such folder');
		expect(session.isClosed()).toBe(false);
		drawn.close();
	});

	test('sessions that cannot be read are said instead of the list', async () => {
		const { tree } = fakeWizard(at(screens.welcome, ['choose-flow']), {
			sessions: () => Promise.reject(new Error('not readable')),
		});
		const drawn = await stage(tree);
		await drawn.press('5', keys.enter);
		expect(drawn.text()).toContain('Not possible: not readable');
		await drawn.press(keys.escape);
		expect(drawn.text()).toContain('What is wrong with the server?');
		drawn.close();
	});

	test('a blocked collector says what to do about it', async () => {
		const drawn = await stage(fakeWizard(at(screens.collect)).tree);
		await drawn.press('4');
		expect(drawn.text()).toContain('No core file was found. Set CoreDumpDirectory.');
		drawn.close();
	});
});
