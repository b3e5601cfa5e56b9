import { describe, expect, it } from 'vitest';
import { runPlain } from '../../src/headless/plain/index.ts';
import type { Screen, WatchView } from '../../src/session/index.ts';
import { fakeHandle } from '../tui/fake-handle.ts';
import { diagnosis, screenOf } from '../tui/fake-screens.ts';
import { choose, hostOf, memoryIo } from './plain-support.ts';

const running: WatchView = { state: 'running', startedAt: 1000, until: 1700, statement: null, provesRemedy: true };
const watched = (watch: WatchView): Screen => screenOf({ ...diagnosis, watch }, ['stop-watch']);

/** A session at its diagnosis that can be watched. */
function session() {
	return fakeHandle({
		screen: screenOf(diagnosis, ['watch']),
		react: ({ type }) => {
			if (type === 'watch') return watched(running);
			return type === 'stop-watch' ? watched({ ...running, state: 'stopped', statement: 'The operator ended it.' }) : null;
		},
	});
}

describe('a watch', () => {
	it('is asked for in minutes, told once a minute, and its end is told', async () => {
		const handle = session();
		const { io, text, tick } = memoryIo([choose('Watch for some minutes'), '5', choose('End or leave'), '']);
		const done = runPlain(hostOf(handle), io);
		await expect.poll(() => handle.sent.length).toBe(1);
		tick();
		handle.show(watched({ ...running, state: 'silent', statement: 'Nothing failed for 5 minutes.' }));
		await done;
		expect(handle.sent).toEqual([{ type: 'watch', minutes: 5 }]);
		expect(text()).toContain('Watching; nothing new so far, 10 minutes are left.');
		expect(text()).toContain('The watch came to its end. Nothing failed for 5 minutes.');
	});

	it('lasts ten minutes where nothing else is said, and x ends it', async () => {
		const handle = session();
		const { io, text } = memoryIo([choose('Watch for some minutes'), '', 'x', choose('End or leave'), '']);
		await runPlain(hostOf(handle), io);
		expect(handle.sent).toEqual([{ type: 'watch', minutes: 10 }, { type: 'stop-watch' }]);
		expect(text()).toContain('The watch was ended before its time. The operator ended it.');
	});

	it('does not keep a program whose input has ended', async () => {
		const handle = session();
		const { io, text, tick } = memoryIo([choose('Watch for some minutes'), '']);
		const done = runPlain(hostOf(handle), io);
		await expect.poll(() => handle.sent.length).toBe(1);
		const afterTick = (): string => {
			tick();
			return text();
		};
		await expect.poll(afterTick).toContain('The input has ended here.');
		expect(await done).toMatchObject({ ending: 'open', ranDry: true, verdict: 'diagnosed' });
	});

	it('is not begun for what is no number', async () => {
		const handle = session();
		const { io, text } = memoryIo([choose('Watch for some minutes'), 'soon', 'q', '']);
		await runPlain(hostOf(handle), io);
		expect(handle.sent).toEqual([]);
		expect(text()).toContain('"soon" is no number of minutes.');
	});
});
