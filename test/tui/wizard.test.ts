import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/domain/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import { type FakeHandle, fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

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
		react: (intent, screen) => {
			// The commands of the recording finish a moment after they were started.
			if (intent.type === 'answer') setTimeout(() => handle.show(collected), 20);
			return steps[screen.body.kind] ?? null;
		},
	});
	return handle;
}

describe('the steps on top', () => {
	const path = ['Who was it?', 'Shared memory was removed'];

	test('end with an arrow to the heading below', async () => {
		const drawn = await stage(fakeWizard(fakeHandle({ screen: screens.screenOf(screens.judge, inFlow, path) })).tree);
		expect(drawn.text()).toContain('Who was it? →');
		expect(drawn.text()).not.toContain('Shared memory was removed');
		drawn.close();
	});

	test.each([screens.diagnosis, screens.ended])('end with the result at the $kind, whose heading is another', async (body) => {
		const drawn = await stage(fakeWizard(fakeHandle({ screen: screens.screenOf(body, inFlow, path) })).tree);
		expect(drawn.text()).toContain('Who was it? → Shared memory was removed');
		drawn.close();
	});
});

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

	test('typed ahead waits for the end of the intent before it', async () => {
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
		await expect.poll(() => sent).toHaveLength(2);
		release();
		await expect.poll(() => sent).toHaveLength(3);
		await drawn.press(keys.ctrlC);
		expect(drawn.text()).toContain('Leave httpd-medic?');
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
