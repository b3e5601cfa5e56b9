import { describe, expect, test } from 'vitest';
import type { Intent, SearchProgress } from '../../src/domain/index.ts';
import type { LogSearchView, Screen } from '../../src/session/screen-types.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame, sizes } from './frame.ts';
import { keys, stage } from './stage.ts';

const offered: LogSearchView = {
	...{ state: 'offered', files: 3, bytes: 1_100_000_000, startedAt: null, statement: null, evidence: null, problem: null },
};
const running: LogSearchView = { ...offered, state: 'running', startedAt: 1000 };
const statement = 'Whole log: child-segfault since 2026-11-20 03:12, 1,204 times.';
const done: LogSearchView = { ...offered, state: 'done', statement, evidence: 'e1' };

function screenWith(
	search: LogSearchView,
	body: Screen['body'] = screens.diagnosis,
	legal: readonly Intent['type'][] = [],
): Screen {
	const own: Intent['type'] = search.state === 'running' ? 'stop-search' : 'search-log';
	return { ...screens.screenOf(body, [...inFlow, own, ...legal]), search };
}

/** A wizard on a session whose search is as it is shown. */
async function shown(screen: Screen, columns = 80, rows = 40, progress: SearchProgress | null = null) {
	const handle = fakeHandle({
		screen,
		texts: { e1: screens.errorLog },
		react: (intent) => {
			if (intent.type === 'search-log') return screenWith(running, screen.body);
			return intent.type === 'stop-search' ? screenWith({ ...offered, state: 'unfinished' }, screen.body) : null;
		},
	});
	const searching = Object.assign(handle, { searchProgress: () => progress });
	const wizard = fakeWizard(searching);
	return { drawn: await stage(wizard.tree, columns, rows), handle, told: wizard.told };
}

const progress: SearchProgress = { read: 440 << 20, size: 1 << 30, found: 1204, silent: 0 };

describe('the whole error log', () => {
	test.each([
		['the diagnosis', screens.diagnosis],
		['the step that read the log', screens.finishedCollect],
	])('is offered at %s, and searched by a key', async (_, body) => {
		const { drawn, handle } = await shown(screenWith(offered, body));
		expect(drawn.text()).toContain('Only the end of the log was read. Search the whole log: 1.0 GiB in 3 files (f)');
		await drawn.type('f');
		expect(handle.sent).toEqual([{ type: 'search-log' }]);
		expect(drawn.text()).toContain('Searching the whole log.');
		drawn.close();
	});

	test('is among the commands of the palette, and stopping is, too', async () => {
		const { drawn, handle } = await shown(screenWith(offered, screens.judge));
		await drawn.type(':');
		await drawn.type('whole');
		expect(drawn.text()).toContain('Search the whole log: 1.0 GiB in 3 files');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'search-log' }]);
		await drawn.type(':');
		await drawn.type('whole');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'search-log' }, { type: 'stop-search' }]);
		drawn.close();
	});

	test('tells on every screen how far its search is: share, bytes, time and what was found', async () => {
		for (const body of [screens.welcome, screens.ask, screens.judge, screens.diagnosis]) {
			const { drawn } = await shown(screenWith(running, body), 80, 24, progress);
			expect(drawn.text()).toContain('Whole log: 42 %, 440.0 MiB of 1.0 GiB, 5 s, 1,204 found');
			expect(drawn.text()).toContain('Esc stops it');
			drawn.close();
		}
	});

	test('says that no byte comes any more, beside how to stop', async () => {
		const { drawn } = await shown(screenWith(running), 160, 24, { ...progress, silent: 75 });
		expect(drawn.text()).toContain('no byte came for 1 min 15 s · Esc stops it');
		drawn.close();
	});

	test('is no longer searched after Escape, nor after Ctrl-C, which leaves only when it is pressed again', async () => {
		const escaped = await shown(screenWith(running), 80, 30, progress);
		await escaped.drawn.press(keys.escape);
		expect(escaped.handle.sent).toEqual([{ type: 'stop-search' }]);
		expect(escaped.drawn.text()).toContain('The search of the whole log was not finished.');
		escaped.drawn.close();
		const { drawn, handle, told } = await shown(screenWith(running), 80, 30, progress);
		await drawn.press(keys.ctrlC);
		expect(handle.sent).toEqual([{ type: 'stop-search' }]);
		expect(drawn.text()).not.toContain('Leave httpd-medic?');
		await drawn.press(keys.ctrlC);
		expect(drawn.text()).toContain('Leave httpd-medic?');
		expect(told.left).toEqual([]);
		drawn.close();
	});

	test('Escape closes what lies on top first', async () => {
		const { drawn, handle } = await shown(screenWith(running), 80, 30, progress);
		await drawn.type('?');
		await drawn.press(keys.escape);
		expect(handle.sent).toEqual([]);
		await drawn.press(keys.escape);
		expect(handle.sent).toEqual([{ type: 'stop-search' }]);
		drawn.close();
	});

	test('has told what it holds, and shows it by the same key; a choice searches again', async () => {
		const { drawn, handle } = await shown(screenWith(done));
		expect(drawn.text()).toContain(statement);
		expect(drawn.text()).toContain('Search the whole log again: 1.0 GiB');
		await drawn.type('f');
		expect(drawn.text()).toContain('lines 1-33 of 300');
		expect(handle.sent).toEqual([]);
		drawn.close();
	});

	test('that could not be read, or not to its end, says why', async () => {
		const problem = { message: `/log shrank ${screens.hostile}`, advice: 'Read it again.' };
		const failed = await shown(screenWith({ ...offered, state: 'failed', problem }));
		expect(failed.drawn.text()).toContain('The whole log could not be searched: /log shrank evil');
		failed.drawn.close();
		const { drawn } = await shown(screenWith({ ...done, problem }), 160);
		expect(drawn.text()).toContain('Not all of it: /log shrank');
		drawn.close();
	});

	test.each(sizes)('stays within the frame at %i x %i', async (columns, rows) => {
		const problem = { message: screens.hostile, advice: screens.long };
		for (const search of [offered, running, done, { ...offered, state: 'failed', problem } as const]) {
			for (const body of [screens.diagnosis, screens.finishedCollect]) {
				const { drawn } = await shown(screenWith(search, body), columns, rows, progress);
				expectFrame(drawn, columns, rows);
				drawn.close();
			}
		}
	});
});
