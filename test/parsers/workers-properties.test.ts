import { describe, expect, it } from 'vitest';
import { workersPropertiesParser } from '../../src/parsers/workers-properties.ts';
import { citedBy, factsOf, fixture, inputOf } from './evidence.ts';

const read = (text: string) => factsOf(workersPropertiesParser, text);

describe('workers.properties', () => {
	it('resolves lists, references and macros', () => {
		expect(read(fixture('workers.properties'))).toEqual({
			workerList: ['balancer', 'status', 'single'],
			workers: {
				template: { type: 'ajp13', host: null, port: 8109 },
				node1: { type: 'ajp13', host: '10.9.8.1', port: 8109 },
				node2: { type: 'ajp13', host: '10.9.8.2', port: 8209 },
				balancer: { type: 'lb', host: null, port: null },
				single: { type: 'ajp13', host: null, port: null },
				status: { type: 'status', host: null, port: null },
				stray: { type: null, host: 'localhost', port: null },
			},
			balanced: { balancer: ['node1', 'node2', 'node3'] },
			hasSecret: true,
			workersWithSecret: ['template', 'node1', 'node2'],
			workersWithoutHost: ['single'],
			unknownDirectives: ['worker.single.colour'],
			deprecatedDirectives: ['worker.single.cachesize'],
			unlisted: ['stray'],
			undefinedMembers: ['node3'],
			maintainSeconds: 30,
			continuedLines: 1,
		});
	});

	it('never tells a secret', () => {
		const text = fixture('workers.properties');
		expect(JSON.stringify(workersPropertiesParser.parse(inputOf(text)))).not.toContain('correct-horse');
		expect(citedBy(workersPropertiesParser, text, 'hasSecret')).toEqual(['worker.template.secret=correct-horse']);
	});

	it('cuts a line at a comment wherever it stands, and ignores a property without a value', () => {
		expect(read('\tworker.list = a   # the only one\nworker.a.port=8009 apples\nworker.a.host=\n')).toMatchObject({
			workerList: ['a'],
			workers: { a: { host: null, port: 8009 } },
		});
	});

	it('lets a later value replace an earlier one', () => {
		expect(read('worker.a.host=one\nworker.a.host=two\n')).toMatchObject({ workers: { a: { host: 'two' } } });
	});

	it('reads directives of httpd', () => {
		expect(read('JkWorkerProperty worker.list=a\nJkWorkerProperty "worker.a.host=h"\n')).toMatchObject({
			workerList: ['a'],
			workers: { a: { host: 'h' } },
		});
	});

	it('takes the old name of the members where the new one is missing', () => {
		expect(read('worker.lb.type=lb\nworker.lb.balanced_workers=a b\n')).toMatchObject({ balanced: { lb: ['a', 'b'] } });
		expect(read('worker.lb.balanced_workers=a\nworker.lb.balance_workers=c\n')).toMatchObject({ balanced: { lb: ['c'] } });
	});

	it('leaves a macro that only the environment knows', () => {
		expect(read('worker.a.host=$(HOST)\n')).toMatchObject({ workers: { a: { host: '$(HOST)' } } });
	});

	it('survives workers that refer to each other', () => {
		expect(read('worker.a.reference=worker.b\nworker.b.reference=worker.a\nworker.b.host=h\n')).toMatchObject({
			workers: { a: { host: 'h' } },
		});
	});

	it('states an empty list where workers are defined but none is listed', () => {
		expect(read('worker.a.port=1\n')).toMatchObject({ workerList: [], hasSecret: false, balanced: {} });
	});
});
