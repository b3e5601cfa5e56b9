import { describe, expect, test } from 'vitest';
import type { Intent, SessionEvent } from '../../src/domain/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import { type FakeHandle, fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

const inFlow: readonly Intent['type'][] = ['back', 'skip', 'repeat', 'start-over'];
const texts = { e1: screens.errorLog };

function at(body: Screen['body'], legal: readonly Intent['type'][] = inFlow): FakeHandle {
	return fakeHandle({ screen: screens.screenOf(body, legal), texts });
}

/** A recorded server: each step leads to the next, to the diagnosis. */
function recording(): FakeHandle {
	const collected = screens.screenOf(screens.finishedCollect, [...inFlow, 'continue']);
	const steps: Readonly<Record<string, Screen>> = {
		welcome: screens.screenOf(screens.ask, [...inFlow, 'answer']),
		ask: screens.screenOf({ ...screens.collect, finished: false }, inFlow),
		collect: screens.screenOf(screens.judge, [...inFlow, 'continue', 'override']),
		judge: screens.screenOf(screens.diagnosis, [...inFlow, 'apply-remedy']),
	};
	const handle = fakeHandle({
		id: 'recorded',
		screen: screens.screenOf(screens.welcome, ['choose-flow']),
		texts,
		react: (intent, screen) => {
			// The commands of the recording finish a moment after they were started.
			if (intent.type === 'answer') setTimeout(() => handle.show(collected), 20);
			return steps[screen.body.kind] ?? null;
		},
	});
	return handle;
}

describe('Enter alone', () => {
	test('leads from a machine without httpd through practice to the diagnosis, and changes nothing', async () => {
		const local = at({ ...screens.welcome, hasServer: false }, ['choose-flow']);
		const recorded = recording();
		const { tree, told } = fakeWizard(local, { openPractice: async () => recorded });
		const drawn = await stage(tree);
		expect(drawn.text()).toContain('❯ 1. Practise on a recorded server');
		for (let pressed = 0; pressed < 40 && recorded.screen().body.kind !== 'diagnosis'; pressed += 1) {
			await drawn.press(keys.enter);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await drawn.settle();
		expect(drawn.text()).toContain('DIAGNOSED: mod_jk crashes its children');
		expect(recorded.sent.map((intent) => intent.type)).toEqual(['choose-flow', 'answer', 'continue', 'continue']);
		expect(recorded.sent).toContainEqual({ type: 'answer', option: null });
		expect(local.isClosed()).toBe(true);
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Shared memory');
		await drawn.press(keys.enter, keys.enter, keys.enter, keys.enter);
		expect(recorded.sent).toHaveLength(4);
		expect(told.left).toEqual([]);
		drawn.close();
	});

	test('is not led to practice where no recording is installed', async () => {
		const handle = at({ ...screens.welcome, hasServer: false, sightings: [] }, ['choose-flow']);
		const drawn = await stage(fakeWizard(handle, { practice: [] }).tree);
		expect(drawn.text()).toContain('❯ 1. proposed: Children die');
		expect(drawn.text()).toContain('Nothing was seen on this target yet.');
		drawn.close();
	});

	test('waits while the first look runs and no server is seen yet', async () => {
		const handle = at({ ...screens.welcome, hasServer: false, looking: true }, ['choose-flow']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Still looking at this target');
		expect(handle.sent).toEqual([]);
		await drawn.press(keys.down, keys.up, keys.enter);
		expect(handle.sent).toEqual([{ type: 'choose-flow', flow: 'child-crash' }]);
		drawn.close();
	});

	test('does nothing while commands run, but says why; x stops them', async () => {
		const handle = at({ ...screens.collect, items: screens.collect.items.slice(0, 2) });
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Commands are still running');
		expect(handle.sent).toEqual([]);
		await drawn.press('x');
		expect(handle.sent).toEqual([{ type: 'stop' }]);
		drawn.close();
	});

	test('held down sends one intent, not one for each repeat', async () => {
		let release = (): void => undefined;
		const slow = at(screens.judge, [...inFlow, 'continue']);
		const sent: Intent[] = [];
		const handle = {
			...slow,
			send: (intent: Intent) => {
				sent.push(intent);
				return new Promise<void>((resolve) => {
					release = resolve;
				});
			},
		};
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(keys.enter, keys.enter, keys.enter);
		expect(sent).toHaveLength(1);
		release();
		await drawn.settle();
		await drawn.press(keys.enter);
		expect(sent).toHaveLength(2);
		drawn.close();
	});
});

describe('a choice list', () => {
	test('a digit highlights and never confirms; Enter confirms', async () => {
		const handle = at(screens.ask, [...inFlow, 'answer']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('2');
		expect(drawn.text()).toContain('❯ 2. Under load');
		expect(handle.sent).toEqual([]);
		await drawn.press('9');
		expect(drawn.text()).toContain('❯ 2. Under load');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'answer', option: 'load' }]);
		drawn.close();
	});

	test('takes arrows and vi keys, several in one read too', async () => {
		const handle = at(screens.ask, [...inFlow, 'answer']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press(`g${keys.down}k${keys.down}`);
		await drawn.settle();
		await drawn.settle();
		expect(drawn.text()).toContain('❯ 2. Under load');
		await drawn.press('G');
		expect(drawn.text()).toContain("❯ 3. I don't know");
		drawn.close();
	});

	test('an empty list survives Enter', async () => {
		const { tree, told } = fakeWizard(at(screens.welcome, ['choose-flow']), { practice: [] });
		const drawn = await stage(tree);
		await drawn.press('3', keys.enter, keys.enter, '1');
		expect(drawn.text()).toContain('No recordings are installed.');
		expect(told.opened).toEqual([]);
		drawn.close();
	});

	test('d answers that one does not know', async () => {
		const handle = at(screens.ask, [...inFlow, 'answer']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('1', 'd');
		expect(handle.sent).toEqual([{ type: 'answer', option: null }]);
		drawn.close();
	});
});

describe('consent', () => {
	test('a remedy shows what it does, and only the typed word applies it', async () => {
		const handle = at(screens.diagnosis, [...inFlow, 'apply-remedy']);
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('2', keys.enter);
		expect(drawn.text()).toContain('MUTATING: changes the target');
		expect(drawn.text()).toContain('+JkShmFile /run/jk.shm');
		expect(drawn.text()).toContain('(by hand) restore /etc/apache2');
		expect(drawn.text()).toContain('No child died of a signal since the restart.');
		await drawn.press(keys.enter);
		await drawn.type('apply');
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Nothing was done: the word to type is APPLY.');
		expect(handle.sent).toEqual([]);
		for (let letter = 0; letter < 5; letter += 1) await drawn.press(keys.backspace);
		await drawn.type('APPLY');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'apply-remedy', diagnosis: 'mod-jk-shm-crash', remedy: 'shm-file', undo: false }]);
		drawn.close();
	});

	test('a remedy with unknown facts or a failed precondition offers no field at all', async () => {
		for (const part of [{ unknownFacts: ['conf.jkShmFile'] }, { precondition: 'refuted' as const }]) {
			const [first] = screens.diagnosis.diagnoses;
			const diagnoses = first ? [{ ...first, remedies: [{ ...screens.remedy, ...part }] }] : [];
			const handle = at({ ...screens.diagnosis, diagnoses }, [...inFlow, 'apply-remedy']);
			const drawn = await stage(fakeWizard(handle).tree);
			await drawn.press('2', keys.enter);
			expect(drawn.text()).toContain('Not offered');
			expect(drawn.text()).not.toContain('Type APPLY');
			await drawn.type('APPLY');
			await drawn.press(keys.enter);
			expect(handle.sent).toEqual([]);
			drawn.close();
		}
	});

	test('the undo of an applied remedy is confirmed in the same way', async () => {
		const handle = at(screens.diagnosis, [...inFlow, 'apply-remedy']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('4', keys.enter);
		expect(drawn.text()).toContain('The undo will do exactly this');
		await drawn.type('APPLY');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'apply-remedy', diagnosis: 'mod-jk-shm-crash', remedy: 'second', undo: true }]);
		drawn.close();
	});

	test('a collector above read shows its command and asks for its risk as a word', async () => {
		const handle = at(screens.collect, [...inFlow, 'consent']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('c');
		expect(drawn.text()).not.toContain('Type intrusive');
		await drawn.press('3', 'c');
		expect(drawn.text()).toContain('gdb -p 17');
		await drawn.type('intrusive');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'consent', collector: 'gdb' }]);
		drawn.close();
	});
});

describe('an override', () => {
	test('needs a verdict and a reason', async () => {
		const handle = at(screens.judge, [...inFlow, 'continue', 'override']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('o', keys.enter, keys.enter);
		expect(drawn.text()).toContain('An override needs a reason.');
		expect(handle.sent).toEqual([]);
		await drawn.type('q? 한국');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'override', verdict: 'refuted', reason: 'q? 한국' }]);
		expect(drawn.text()).toContain('CONFIRMED: 3 children died');
		drawn.close();
	});

	test('is not offered where it is not legal', async () => {
		const drawn = await stage(fakeWizard(at(screens.ask, [...inFlow, 'answer'])).tree);
		expect(drawn.rows().at(-1)).not.toContain('o override');
		await drawn.press('o');
		expect(drawn.text()).toContain('That key has no use here.');
		drawn.close();
	});
});

describe('leaving', () => {
	test('Ctrl-C asks once and leaves the second time', async () => {
		const { tree, told } = fakeWizard(at(screens.ask, [...inFlow, 'answer']));
		const drawn = await stage(tree);
		await drawn.press(keys.ctrlC);
		expect(told.left).toEqual([]);
		expect(drawn.text()).toContain('Leave httpd-medic?');
		await drawn.press(keys.ctrlC);
		expect(told.left).toEqual([true]);
		drawn.close();
	});

	test('Ctrl-C works while a text is typed and over any overlay', async () => {
		const { tree, told } = fakeWizard(at(screens.ask, [...inFlow, 'answer']));
		const drawn = await stage(tree);
		await drawn.press('m', 'x', keys.ctrlC, keys.ctrlC);
		expect(told.left).toEqual([true]);
		drawn.close();
	});

	test('q asks, and Enter alone stays', async () => {
		const { tree, told } = fakeWizard(at(screens.ask, [...inFlow, 'answer']));
		const drawn = await stage(tree);
		await drawn.press('q', keys.enter);
		expect(drawn.text()).toContain("I don't know");
		expect(told.left).toEqual([]);
		await drawn.press('q', '2', keys.enter);
		expect(told.left).toEqual([false]);
		drawn.close();
	});

	test('a session is ended on demand', async () => {
		const handle = at(screens.diagnosis);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('q', '3', keys.enter);
		expect(handle.sent).toEqual([{ type: 'leave', outcome: 'resolved' }]);
		drawn.close();
	});
});

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
		expect(handle.sent).toEqual([{ type: 'note', text: 'from the clipboard' }]);
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
