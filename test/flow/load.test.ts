import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFlow, loadFlows } from '../../src/flow/index.ts';
import { sampleFile, sampleFlow } from './sample-flow.ts';

function faultsOf(text: string): readonly string[] {
	const outcome = loadFlow(sampleFile, text);
	return 'flow' in outcome ? [] : outcome.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

const changed = (from: string, to: string) => faultsOf(sampleFlow.replace(from, to));

describe('a flow without faults', () => {
	const outcome = loadFlow(sampleFile, sampleFlow);
	const flow = 'flow' in outcome ? outcome.flow : undefined;

	it('is read with the place of every step', () => {
		expect(flow).toMatchObject({ id: 'children-die', start: 'look', proposedWhen: 'log.childSignals > 0' });
		expect(Object.values(flow?.steps ?? {}).map((step) => [step.id, step.kind, step.place.line, step.place.column])).toEqual([
			['look', 'collect', 7, 3],
			['judge-signals', 'judge', 13, 3],
			['ask-load', 'ask', 22, 3],
			['look-again', 'ask', 31, 3],
			['crash', 'diagnose', 32, 3],
			['out', 'hand-off', 33, 3],
		]);
		expect(flow?.steps.look?.place.file).toBe(sampleFile);
	});

	it('is read with its cases, which need no answers', () => {
		expect(flow?.cases[1]).toEqual({ name: 'nothing known', facts: {}, answers: {}, leaf: 'out', diagnoses: [] });
		expect(flow?.cases[0]?.facts).toEqual({ 'log.childSignals': 3 });
	});
});

describe('a flow with a fault', () => {
	it.each<[what: string, from: string, to: string, faults: string[]]>([
		['YAML that cannot be read', 'title: Children', '\ttitle: Children', ['2:1 YAML: Tabs are not allowed as indentation']],
		['a key twice', 'start: look', 'start: look\nstart: look', ['6:1 YAML: Map keys must be unique']],
		['an anchor and its use', 'start: look', 'start: &a look\nbogus: *a', ['6:8 YAML: references (*name) are not used here']],
		['a key that is a list', 'start: look', 'start: look\n? [a]\n: 1', ['6:3 YAML: a key must be a plain word']],
		['an unknown key', 'start: look', 'begin: look', ['1:1 `start` is missing', '5:1 `begin` is not known here']],
		[
			'an unknown key of a step',
			'collectors: [error-log, processes]',
			'collector: x',
			['7:3 `steps.look.collectors` is missing', '11:5 `steps.look.collector` is not known here'],
		],
		[
			'a step of no kind',
			'kind: hand-off',
			'kind: verify',
			["33:9 `steps.out.kind` Invalid discriminator value. Expected 'ask' | 'collect' | 'judge' | 'diagnose' | 'hand-off'"],
		],
		[
			'an ask step without a way out for "I do not know"',
			'    unknown: look-again\n',
			'',
			['22:3 `steps.ask-load.unknown` is missing'],
		],
		['a value of the wrong type', 'start: look', 'start: 5', ['5:1 `start` Invalid input: expected string, received number']],
		[
			'an id that is none',
			'  crash: {kind',
			'  Crash_1: {kind',
			['32:3 `steps.Crash_1` must be lower-case words joined by hyphens'],
		],
		['an empty text', 'title: Read the log', 'title: ""', ['9:5 `steps.look.title` must not be empty']],
		[
			'a fact name that is none',
			'{log.childSignals: 0}',
			'{childSignals: 0}',
			['41:31 `cases.2.facts.childSignals` must be a fact name such as log.childSignals'],
		],
		[
			'a start that does not exist',
			'start: look',
			'start: nowhere',
			[
				'5:1 start names the step nowhere, which does not exist',
				'7:3 Step look is never reached from nowhere',
				'13:3 Step judge-signals is never reached from nowhere',
				'22:3 Step ask-load is never reached from nowhere',
				'31:3 Step look-again is never reached from nowhere',
				'32:3 Step crash is never reached from nowhere',
				'33:3 Step out is never reached from nowhere',
			],
		],
		[
			'a next that does not exist',
			'refuted: out',
			'refuted: gone',
			['20:5 Step judge-signals leads to gone, which does not exist'],
		],
		[
			'an option that leads nowhere',
			'label: At any time, next: out',
			'label: At any time, next: gone',
			['29:40 Step ask-load leads to gone, which does not exist'],
		],
		['a step that is never reached', 'next: crash}', 'next: out}', ['32:3 Step crash is never reached from look']],
		[
			'a circle that asks nothing',
			'refuted: out',
			'refuted: look',
			[
				'7:3 Step look leads back to itself without asking anything',
				'13:3 Step judge-signals leads back to itself without asking anything',
			],
		],
		[
			'a case that ends at no leaf',
			'leaf: crash',
			'leaf: ask-load',
			['38:5 Case "a crash under load" ends at ask-load, which is no leaf'],
		],
		[
			'a case that answers what is not offered',
			'ask-load: under-load',
			'ask-load: sometimes',
			['37:15 Case "a crash under load" answers ask-load with sometimes, which is not offered'],
		],
		[
			'another id than its file',
			'id: children-die',
			'id: others-die',
			['1:1 The id others-die is not the name of the file children-die.yaml'],
		],
	])('%s is told with its place', (_, from, to, faults) => {
		expect(changed(from, to)).toEqual(faults);
	});

	it.each(['', '- a', 'null', '"text"', '5', '[[[', '{', '%YAML 9\n---\n', '--- a\n--- b', '\0', '!!js/function x'])(
		'%j is no flow',
		(text) => {
			expect(faultsOf(text).length).toBeGreaterThan(0);
		},
	);

	it('is never thrown, however broken, and always has a line of the file', () => {
		const lines = sampleFlow.split('\n');
		const piece = fc.oneof(
			fc.string(),
			fc.constantFrom(...lines, '\t', '*a', '&a x', '? ', '- ', '}', '<<: {a: 1}', '__proto__: {a: 1}'),
		);
		const broken = fc
			.tuple(fc.nat(lines.length), fc.nat(3), fc.array(piece, { maxLength: 3 }))
			.map(([at, dropped, added]) => lines.toSpliced(at, dropped, ...added).join('\n'));
		fc.assert(
			fc.property(fc.oneof(broken, fc.string(), fc.string({ unit: 'binary' })), (text) => {
				const outcome = loadFlow(sampleFile, text);
				if ('flow' in outcome) return;
				expect(outcome.length).toBeGreaterThan(0);
				for (const { place } of outcome) {
					expect(place.line).toBeGreaterThanOrEqual(1);
					expect(place.line).toBeLessThanOrEqual(text.split('\n').length + 1);
					expect(place.column).toBeGreaterThanOrEqual(1);
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe('flows', () => {
	it('are sorted by id, faults by file, and an id is used once', () => {
		const other = sampleFlow.replace('id: children-die', 'id: a-flow');
		const files = [
			{ file: 'z/children-die.yaml', text: sampleFlow },
			{ file: 'flows/children-die.yaml', text: sampleFlow },
			{ file: 'flows/a-flow.yaml', text: other },
			{ file: 'flows/broken.yaml', text: '[' },
		];
		const { flows, faults } = loadFlows(files);
		expect(flows.map((each) => each.flow.id)).toEqual(['a-flow', 'children-die']);
		expect(faults.map((each) => each.place.file)).toEqual(['flows/broken.yaml', 'z/children-die.yaml']);
		expect(faults.at(-1)?.message).toBe('Another flow has the id children-die already');
		expect(loadFlows(files.toReversed())).toMatchObject({ faults });
	});
});
