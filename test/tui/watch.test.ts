import { describe, expect, test } from 'vitest';
import type { DiagnosisScreen, WatchView } from '../../src/session/screen-types.ts';
import type { LogGrowth } from '../../src/session/log-growth.ts';
import type { WizardHost } from '../../src/tui/host.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame, sizes } from './frame.ts';
import { keys, stage } from './stage.ts';

const watching: WatchView = { state: 'running', startedAt: 1000, until: 1605, statement: null, provesRemedy: true };
const bodyWith = (watch: WatchView | null): DiagnosisScreen => ({ ...screens.diagnosis, watch });
const outside = inFlow.filter((intent) => intent !== 'repeat');
const screenWith = (watch: WatchView | null, mayResolve = true) => ({
	...screens.screenOf(bodyWith(watch), [...outside, 'apply-remedy', watch?.state === 'running' ? 'stop-watch' : 'watch']),
	mayResolve,
});

describe('a watch', () => {
	test('is the first choice after a remedy, and lasts ten minutes unless another time is chosen', async () => {
		const handle = fakeHandle({ screen: screenWith(null) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		expect(drawn.text()).toContain('1. Watch whether it fails again');
		await drawn.press('1', keys.enter);
		expect(drawn.text()).toContain('❯ 2. For 10 minutes');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'watch', minutes: 10 }]);
		await drawn.press('1', keys.enter, '1', keys.enter);
		expect(handle.sent.at(-1)).toEqual({ type: 'watch', minutes: 1 });
		drawn.close();
	});

	test('shows how long it goes on, is ended by no second Enter, and says what it has shown', async () => {
		const handle = fakeHandle({ screen: screenWith(watching) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		expect(drawn.text()).toContain('Watching: silent so far, 10 min left.');
		await drawn.press(keys.enter, keys.escape);
		expect(handle.sent).toEqual([]);
		const number = /(\d)\. End the watch/.exec(drawn.text())?.[1] ?? '';
		await drawn.press(number, keys.enter);
		expect(handle.sent).toEqual([{ type: 'stop-watch' }]);
		handle.show(screenWith({ ...watching, state: 'recurred', statement: 'A child died at 20:01.' }));
		await drawn.settle();
		expect(drawn.text()).toContain('IT FAILED AGAIN: A child died at 20:01.');
		drawn.close();
	});

	test('shows what is written to the log as it comes, the lines that matter before the others', async () => {
		const handle = fakeHandle({ screen: screenWith(watching) });
		const followed: ((growth: LogGrowth) => void)[] = [];
		let ended = 0;
		const followLog: WizardHost['followLog'] = (_, onGrowth) => {
			followed.push(onGrowth);
			return () => void (ended += 1);
		};
		const drawn = await stage(fakeWizard(handle, { followLog }).tree, 80, 40);
		const grow = async (growth: Partial<LogGrowth>) => {
			followed.at(-1)?.({ lines: [], change: null, ...growth });
			await drawn.settle();
		};
		expect(drawn.text()).not.toContain('Log:');
		await grow({ lines: [{ text: '[Sat] [php:notice] only words', matters: false }] });
		expect(drawn.text()).toContain('Log: 1 new line, none that matters. Last: only words');
		const crash = { text: '[Sat] [core:notice] [pid 1] AH00052: child pid 9 exit signal', matters: true };
		await grow({ lines: [crash, { text: 'later words', matters: false }] });
		await grow({ lines: [{ text: 'last words', matters: false }] });
		expect(drawn.text()).toContain('Log: 4 new lines, 1 that matters. Last: AH00052: child pid 9 exit signal');
		await grow({ change: 'rotated' });
		expect(drawn.text()).toContain('The log was rotated');
		await grow({ lines: [{ text: screens.hostile, matters: true }] });
		expectFrame(drawn, 80, 40);
		const silent = screenWith({ ...watching, state: 'silent', statement: 'Nothing failed.' });
		handle.show({ ...silent, legal: new Set([...silent.legal, 'repeat']) });
		await drawn.settle();
		// It goes on where no watch runs, and what came can be read there.
		expect(ended).toBe(0);
		await grow({ lines: [crash] });
		expect(drawn.text()).toContain('Log: 6 new lines, 3 that matter (r reads it again). Last: AH00052: child pid 9');
		await drawn.press('r');
		expect(handle.sent.at(-1)).toEqual({ type: 'repeat' });
		drawn.close();
	});

	test.each(sizes)('keeps to the frame at %i x %i', async (columns, rows) => {
		for (const watch of [watching, { ...watching, state: 'recurred', statement: screens.long } as const]) {
			const drawn = await stage(fakeWizard(fakeHandle({ screen: screenWith(watch) })).tree, columns, rows);
			expectFrame(drawn, columns, rows);
			await drawn.press('1', keys.enter);
			expectFrame(drawn, columns, rows);
			drawn.close();
		}
	});
});

describe('the end of a session', () => {
	test('is not called resolved before anything is proved', async () => {
		const drawn = await stage(fakeWizard(fakeHandle({ screen: screenWith(null, false) })).tree, 200, 30);
		await drawn.press('q');
		expect(drawn.text()).not.toContain('End the session: the trouble is resolved');
		expect(drawn.text()).toContain('"Resolved" is offered after a remedy that was verified');
		drawn.close();
	});
});
