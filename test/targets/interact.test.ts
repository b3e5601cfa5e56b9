import { describe, expect, test } from 'vitest';
import type { InteractiveRequest } from '../../src/domain/index.ts';
import { interact } from '../../src/targets/interact.ts';
import { quiet } from './support.ts';

const request = (...argv: [string, ...string[]]): InteractiveRequest => ({
	...{ id: 'x', subject: { kind: 'core', name: 'x' }, risk: 'read', install: 'apt install gdb' },
	argv,
});

describe('a program that is to have the terminal', () => {
	test('is told to be missing, and how to get it', async () => {
		for (const program of ['medic-no-such-program', '/nowhere/gdb']) {
			expect(await interact(request(program), quiet())).toMatchObject({
				exitCode: null,
				problem: { kind: 'tool-missing', advice: 'apt install gdb' },
			});
		}
	});

	test('is not started once the operator has stopped everything', async () => {
		expect(await interact(request('true'), AbortSignal.abort())).toMatchObject({ problem: { kind: 'stopped' } });
	});

	test('leaves no listener behind, whether there is a terminal or not', async () => {
		const before = process.listenerCount('SIGINT');
		const end = await interact(request('true'), quiet());
		expect(end.problem?.kind ?? end.exitCode).toSatisfy((told) => told === 0 || told === 'failed');
		expect(process.listenerCount('SIGINT')).toBe(before);
	});
});
