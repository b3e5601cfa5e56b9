import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import type { LogGrowth } from '../../src/session/log-growth.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame, sizes } from './frame.ts';
import { stage } from './stage.ts';

const screen = screens.screenOf(screens.finishedCollect, [...inFlow, 'repeat', 'continue']);
const crash: LogGrowth = {
	lines: [{ text: '[Sat] [core:notice] [pid 1] AH00052: child pid 9 exit signal', matters: true }],
	change: null,
};
const read = (id: string): SessionEvent => ({
	...{ type: 'evidence-captured', run: 1, seq: 1, at: 1, facts: [] },
	evidence: {
		...{ id, collector: 'error-log', source: 'cat /l', format: 'error-log', sha256: '', capturedAt: 1, bytes: 1, lines: 1 },
		...{ spans: [], exitCode: null, durationMs: 1, truncated: false, problem: null },
	},
});

function following() {
	const listeners = new Set<(growth: LogGrowth) => void>();
	return {
		followers: () => listeners.size,
		grow: (growth: LogGrowth) => {
			for (const listener of listeners) listener(growth);
		},
		followLog: (_: unknown, onGrowth: (growth: LogGrowth) => void) => {
			listeners.add(onGrowth);
			return () => void listeners.delete(onGrowth);
		},
	};
}

describe('the error log, once it was read', () => {
	test('is followed behind every screen, and what came stands on the one that shows it', async () => {
		const { followLog, grow } = following();
		const handle = fakeHandle({ screen: screens.screenOf(screens.judge, inFlow) });
		const drawn = await stage(fakeWizard(handle, { followLog }).tree, 80, 40);
		grow(crash);
		await drawn.settle();
		expect(drawn.text()).not.toContain('Log:');
		handle.show(screen);
		await drawn.settle();
		expect(drawn.text()).toContain('Log: 1 new line, 1 that matters (r reads it again). Last: AH00052');
		drawn.close();
	});

	test('is followed anew from where it is read again, by one follower at a time', async () => {
		const { followLog, grow, followers } = following();
		const events = [read('error-log-1')];
		const handle = fakeHandle({ screen, events });
		const drawn = await stage(fakeWizard(handle, { followLog }).tree, 80, 40);
		grow(crash);
		await drawn.settle();
		expect(drawn.text()).toContain('Log: 1 new line');
		events.push(read('error-log-2'));
		handle.show({ ...screen });
		await drawn.settle();
		expect(drawn.text()).not.toContain('Log:');
		expect(followers()).toBe(1);
		drawn.close();
		expect(followers()).toBe(0);
	});

	test.each(sizes)('keeps the screen of its collector within the frame at %i x %i', async (columns, rows) => {
		const { followLog, grow } = following();
		const drawn = await stage(fakeWizard(fakeHandle({ screen }), { followLog }).tree, columns, rows);
		grow({ lines: [{ text: `${screens.hostile} ${screens.long}`, matters: true }], change: null });
		await drawn.settle();
		expectFrame(drawn, columns, rows);
		drawn.close();
	});
});
