import { describe, expect, it } from 'vitest';
import { assess, mergeFacts } from '../../src/flow/index.ts';
import { article } from './articles.ts';
import { evidence } from './facts.ts';
import { statuses } from './statuses.ts';

describe('an article that is judged for each trace', () => {
	const crash = article(
		'module-crash',
		[
			['log.count > 0', 'possible'],
			['trace.signal == "SIGSEGV" && trace.named', 'confirmed'],
			['trace.signal == "SIGABRT"', 'ruled-out'],
		],
		{
			each: { namespace: 'trace', by: 'trace.signature' },
			culprit: { module: 'trace.module', function: 'trace.function', file: 'trace.file' },
		},
	);
	const jk = article('jk-crash', [['trace.module == "mod_jk.so"', 'confirmed']], {
		each: { namespace: 'trace', by: 'trace.signature' },
		replaces: ['module-crash'],
	});
	const log = evidence('e1', { 'log.count': 2 });
	const trace = (id: string, signature: string, module: string, signal = 'SIGSEGV') =>
		evidence(id, { 'trace.signature': signature, 'trace.module': module, 'trace.signal': signal, 'trace.named': true });

	it('names a culprit for each signature, once', () => {
		const traces = [trace('e2', 's1', 'mod_a.so'), trace('e3', 's2', 'mod_b.so'), trace('e4', 's1', 'mod_a.so')];
		expect(statuses([crash], log, ...traces)).toEqual(['module-crash confirmed mod_a.so', 'module-crash confirmed mod_b.so']);
		const [first] = assess([crash], mergeFacts([], [log, ...traces])).diagnoses;
		expect(first?.culprit).toEqual({ module: 'mod_a.so', function: null, file: null });
		const cited = first?.findings.flatMap((each) => each.citations.map(({ evidence: id }) => id));
		expect(cited).toContain('e4');
		expect(cited).not.toContain('e3');
	});

	it('names none that no finding from a trace supports', () => {
		expect(statuses([crash], log)).toEqual(['module-crash possible -']);
		const unnamed = evidence('e2', { 'trace.signature': 's1', 'trace.module': 'mod_a.so', 'trace.named': false });
		expect(statuses([crash], log, unnamed)).toEqual(['module-crash possible -']);
	});

	it('is ruled out where all traces rule it out, and only there', () => {
		expect(statuses([crash], log, trace('e2', 's1', 'mod_a.so', 'SIGABRT'))).toEqual([]);
		const unnamed = evidence('e2', { 'trace.signature': 's1', 'trace.signal': 'SIGSEGV', 'trace.named': false });
		expect(statuses([crash], log, unnamed, trace('e3', 's2', 'mod_b.so', 'SIGABRT'))).toEqual(['module-crash possible -']);
		const mixed = [trace('e2', 's1', 'mod_a.so', 'SIGABRT'), trace('e3', 's2', 'mod_b.so')];
		expect(statuses([crash], log, ...mixed)).toEqual(['module-crash confirmed mod_b.so']);
	});

	it('is replaced only by what is said of the same trace', () => {
		const traces = [trace('e2', 's1', 'mod_jk.so'), trace('e3', 's2', 'mod_b.so')];
		expect(statuses([crash, jk], log, ...traces)).toEqual(['jk-crash confirmed -', 'module-crash confirmed mod_b.so']);
	});
});
