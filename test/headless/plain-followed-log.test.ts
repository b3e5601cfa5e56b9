import { describe, expect, it } from 'vitest';
import type { LogGrowth } from '../../src/session/log-growth.ts';
import { hostOf, littleSession, talk } from './plain-support.ts';

const died: LogGrowth = {
	lines: [
		{ text: '[Sat] [core:notice] [pid 1] AH00052: child pid 9 exit signal \u001b[31m', matters: true },
		{ text: '[Sat] [php:notice] later words', matters: false },
	],
	change: null,
};

describe('what comes to the error log while the operator is asked', () => {
	it('is told once, before the next question, without control bytes', async () => {
		const listeners = new Set<(growth: LogGrowth) => void>();
		const host = hostOf(await littleSession(), {
			followLog: (_, onGrowth) => {
				listeners.add(onGrowth);
				return () => listeners.delete(onGrowth);
			},
		});
		const came = (growth: LogGrowth) => () => {
			for (const listener of listeners) listener(growth);
			return 'h';
		};
		const { text } = await talk(host, [came(died), 'h', came({ lines: [], change: 'rotated' }), 'h']);
		expect(text.match(/^Log: .*$/gm)).toEqual([
			'Log: 2 new lines, 1 that matters (r reads it again). Last: AH00052: child pid 9 exit signal \\x1b[31m',
		]);
		expect(text).toContain('The log was rotated; the new one is followed.');
		expect(listeners.size).toBe(0);
	});
});
