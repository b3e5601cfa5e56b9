import { describe, expect, it } from 'vitest';
import { interruption } from '../../src/headless/plain/host.ts';
import { runPlain } from '../../src/headless/plain/index.ts';
import type { LogSearchView, Screen } from '../../src/session/index.ts';
import { fakeHandle } from '../tui/fake-handle.ts';
import { diagnosis, finishedCollect, screenOf } from '../tui/fake-screens.ts';
import { choose, hostOf, memoryIo } from './plain-support.ts';

const offered: LogSearchView = {
	...{ state: 'offered', files: 3, bytes: 1_100_000_000, startedAt: null, statement: null, evidence: null, problem: null },
};
const statement = 'Whole log: child-segfault since 2026-11-20 03:12, 1,204 times.';

function screenWith(search: LogSearchView, body: Screen['body'] = diagnosis): Screen {
	return { ...screenOf(body, [search.state === 'running' ? 'stop-search' : 'search-log']), search };
}

const running = screenWith({ ...offered, state: 'running', startedAt: 1000 });

/** A session whose log was read in part. */
function session() {
	const handle = fakeHandle({
		screen: screenWith(offered),
		react: ({ type }) => {
			if (type === 'search-log') return running;
			return type === 'stop-search' ? screenWith({ ...offered, state: 'unfinished' }) : null;
		},
	});
	return Object.assign(handle, { searchProgress: () => ({ read: 440 << 20, size: 1 << 30, found: 1204, silent: 0 }) });
}

const begin = choose('Search the whole log: 1.0 GiB in 3 files, in the background');
const far = 'Whole log: 42 %, 440.0 MiB of 1.0 GiB, 1 min 40 s, 1,204 found.';

describe('the search of the whole log', () => {
	it('is offered, goes on while other questions are asked, and tells how far it is by its letter', async () => {
		const handle = session();
		const { io, text } = memoryIo([begin, 'f', 'h', choose('Stop the search'), 'q', '']);
		await runPlain(hostOf(handle), io);
		expect(handle.sent).toEqual([{ type: 'search-log' }, { type: 'stop-search' }]);
		expect(text()).toContain('Only the end of the log was read.');
		expect(text()).toContain('The search goes on in the background; x stops it.');
		expect(text()).toContain(far);
		expect(text()).toContain('The search of the whole log was not finished.');
	});

	it('is waited for where that is chosen, and then what it found is told', async () => {
		const handle = session();
		const { io, text, tick } = memoryIo([begin, choose('Wait for the search of the whole log'), choose('End or leave'), '']);
		const done = runPlain(hostOf(handle), io);
		await expect.poll(() => text()).toContain('Please wait');
		tick();
		expect(text()).toContain(far);
		handle.show(screenWith({ ...offered, state: 'done', statement, evidence: 'e1' }));
		await done;
		expect(text()).toContain(statement);
		expect(text()).toContain('Search the whole log again: 1.0 GiB, in the background');
	});

	it.each([
		['x', 'x'],
		['Ctrl-C, which does not leave', interruption],
	])('is stopped by %s while it is waited for', async (_, line) => {
		const handle = session();
		const { io, text } = memoryIo([begin, choose('Wait for the search of the whole log'), line, choose('End or leave'), '']);
		await runPlain(hostOf(handle), io);
		expect(handle.sent).toEqual([{ type: 'search-log' }, { type: 'stop-search' }]);
		expect(text()).toContain('The search of the whole log was not finished.');
	});

	it('is offered where the log was read, and says why it failed', async () => {
		const problem = { message: 'not permitted to read /log', advice: 'Run it as root.' };
		const handle = fakeHandle({ screen: screenWith({ ...offered, state: 'failed', problem }, finishedCollect) });
		const { io, text } = memoryIo(['q', '']);
		await runPlain(hostOf(handle), io);
		expect(text()).toContain('The whole log could not be searched: not permitted to read /log. Run it as root.');
		expect(text()).toContain('Search the whole log: 1.0 GiB in 3 files, in the background');
	});
});
