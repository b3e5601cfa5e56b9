import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import { runPlain } from '../../src/headless/plain/index.ts';
import { running } from '../../src/headless/plain/progress.ts';
import { crashing, hostOf, littleSession, memoryIo, talk } from './plain-support.ts';

describe('while commands run', () => {
	it('tells what is going on, stops it on x, and keeps the order of lines typed ahead', async () => {
		const gate = Promise.withResolvers<void>();
		const stopped: string[] = [];
		const session = await littleSession(crashing, {
			target: {
				uri: 'slow',
				title: 'root@slow',
				isRoot: true,
				perform: async (request, signal) => {
					await Promise.race([gate.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
					if (signal.aborted) stopped.push(request.kind);
					return { text: 'crash\n', spans: [], exitCode: 0, durationMs: 1, truncated: false, problem: null };
				},
			},
		});
		const typed: ((line: string) => void)[] = [];
		const { io, text, tick } = memoryIo([], {
			readLine: () => new Promise((resolve) => typed.push(resolve)),
		});
		const done = runPlain(hostOf(session), io);
		const type = async (line: string): Promise<void> => {
			await expect.poll(() => typed.length).toBeGreaterThan(0);
			typed.shift()?.(line);
		};
		tick();
		expect(text()).toMatch(/Still running after \d+ seconds: cat \/first/);
		await type('x');
		await expect.poll(text).toContain('Stopped: first.');
		expect(stopped).toEqual(['read-files']);
		await type('1');
		await expect.poll(text).toContain('Chosen 1:');
		await type('');
		await type('x');
		gate.resolve();
		await expect.poll(text).toContain('Judgement: Crashed?');
		expect(text()).toContain('Nothing is running.');
		await expect.poll(text).toContain('All evidence of this step is in.');
		await type('q');
		await type('');
		await done;
		expect(text()).not.toContain('\r');
	});

	it.each(['q', '\u0003'])('asks whether to leave on %j', async (key) => {
		const session = await littleSession(crashing, {
			target: {
				uri: 'dead',
				title: 'root@dead',
				isRoot: true,
				perform: (_, signal) =>
					new Promise((resolve) => {
						const answer = { text: '', spans: [], exitCode: null, durationMs: 1, truncated: false, problem: null };
						signal.addEventListener('abort', () => resolve(answer));
					}),
			},
		});
		const { text, outcome } = await talk(hostOf(session), key === 'q' ? ['q', ''] : ['1', '', key, '']);
		expect(text).toContain('Leave httpd-medic?');
		expect(text).not.toContain('Chosen 1: Little');
		expect(outcome.ending).toBe('open');
	});
});

describe('what is running', () => {
	const started = {
		type: 'collection-started',
		collector: 'httpd-version',
		run: 3,
		requests: ['apache2ctl -V'],
		risk: 'read',
	} as const;

	it('ended with the program when that was killed', () => {
		const before: readonly SessionEvent[] = [{ ...started, seq: 4, at: 100 }];
		expect(running(before)).toEqual([{ startedAt: 100, command: 'apache2ctl -V' }]);
		const resumed: SessionEvent = { type: 'session-resumed', version: '0.1.0', knowledge: 'x', seq: 5, at: 200 };
		expect(running([...before, resumed])).toEqual([]);
		expect(running([...before, resumed, { ...started, run: 4, seq: 6, at: 201 }])).toHaveLength(1);
	});
});
