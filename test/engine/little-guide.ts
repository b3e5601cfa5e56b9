import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import type { Article, Collector, Flow, JudgeStep, Parser, Remedy, Step } from '../../src/domain/index.ts';
import { createGuidebook, Engine, type EngineParts } from '../../src/engine/index.ts';
import type { Guidebook } from '../../src/session/index.ts';
import { memoryBlobs, memoryJournal, scriptedTarget } from './scripted.ts';

const place = { file: 'little.yaml', line: 1, column: 1 };

/** Counts the lines that say "crash", and lists those that say "orphan". */
const parser: Parser = {
	format: 'words',
	namespace: 'words',
	facts: [
		{ name: 'words.crashes', type: 'int', meaning: 'Lines that say crash', merge: 'sum' },
		{ name: 'words.orphans', type: 'list', meaning: 'What is called an orphan', merge: 'union' },
	],
	resemblance: (text) => (text.includes('crash') ? 1 : 0),
	parse: ({ text }) => {
		const lines = text.split('\n').flatMap((line, index) => (line.includes('crash') ? [index + 1] : []));
		return {
			statements: [
				{
					name: 'words.crashes',
					value: lines.length,
					lines: lines.map((line) => ({ firstLine: line, lastLine: line })),
				},
				{ name: 'words.orphans', value: [...text.matchAll(/^orphan (.*)$/gm)].map((match) => match[1] ?? ''), lines: [] },
			],
			partial: false,
		};
	},
};

function readerOf(id: string, path: string, risk: Collector['risk'] = 'read', needs: readonly string[] = []): Collector {
	return {
		...{ id, risk, format: 'words', needs },
		plan: () => ({
			kind: 'requests',
			requests: [{ kind: 'read-files', paths: [path], from: 'start', risk, deadlineMs: 1000, maxBytes: 1000 }],
		}),
	};
}

const helpless: Collector = {
	...{ id: 'helpless', risk: 'read', format: 'words', needs: [] },
	plan: () => ({ kind: 'blocked', because: 'no-error-log' }),
};

const judge: JudgeStep = {
	...{ kind: 'judge', id: 'judge', title: 'Crashed?', why: 'To know.', place },
	rule: 'words.crashes > 0',
	statement: '{words.crashes} crashes',
	confirmed: 'ask',
	refuted: 'calm',
	inconclusive: 'ask',
};

const steps: readonly Step[] = [
	{ kind: 'collect', id: 'look', title: 'Look', why: 'To see.', place, collectors: ['log', 'helpless', 'attach'], next: 'judge' },
	judge,
	{
		...{ kind: 'ask', id: 'ask', title: 'Ask', why: 'Only you know.', place, question: 'Was it you?' },
		options: [{ id: 'yes', label: 'Yes', next: 'leaf' }],
		unknown: 'leaf',
	},
	{ kind: 'diagnose', id: 'leaf', title: 'Cause', why: 'The end.', place, about: ['crashed'] },
	{ kind: 'diagnose', id: 'calm', title: 'Nothing', why: 'The end.', place, about: [] },
];

const flow: Flow = {
	id: 'little',
	title: 'Little flow',
	symptom: 'It crashed',
	proposedWhen: 'words.crashes > 0',
	start: 'look',
	steps: Object.fromEntries(steps.map((step) => [step.id, step])),
	cases: [],
};

/** Straight to the diagnosis. */
const short: Flow = { ...flow, id: 'short', title: 'Short flow', proposedWhen: 'words.crashes > 99', start: 'leaf' };

const article: Article = {
	id: 'crashed',
	title: 'It crashed',
	kind: 'diagnosis',
	isRisk: false,
	rules: [{ id: 'crash', when: 'words.crashes > 0', makes: 'confirmed', statement: '{words.crashes} lines say so' }],
	replaces: [],
	culprit: null,
	each: null,
	remedies: [
		{
			...{ id: 'mend', title: 'Mend it', kind: 'fix', risk: 'mutating', precondition: 'words.crashes > 0' },
			actions: [{ kind: 'run', argv: ['mend', '{words.crashes}'] }],
			undo: [{ kind: 'run', argv: ['break'] }],
			verification: { collectors: ['log'], rule: 'words.crashes == 0', statement: 'No crash any more' },
		},
	],
	affected: [],
	sources: [],
	owner: 'test',
	lastVerified: '2026-11-21',
	body: '',
};

/** One flow through every kind of step, one parser, one article: enough to walk a session. */
export function littleGuide(remedies: readonly Remedy[] = article.remedies): Guidebook {
	const collectors = [readerOf('first', '/first'), readerOf('log', '/log'), helpless, readerOf('attach', '/attach', 'intrusive')];
	return createGuidebook({
		catalogue: english,
		words: englishEvidence,
		flows: [flow, short],
		articles: [{ ...article, remedies }],
		collectors,
		parsers: [parser],
		firstLook: () => ['first'],
	});
}

/** An engine over the little guide; answers by command. */
export function littleEngine(answers: Readonly<Record<string, string>>, parts: Partial<EngineParts> = {}): Engine {
	let now = 1000;
	return new Engine({
		target: scriptedTarget(answers),
		journal: memoryJournal(),
		blobs: memoryBlobs(),
		clock: { now: () => (now += 1) },
		timer: { after: () => () => {} },
		guidebook: littleGuide(),
		parsers: [parser],
		...parts,
	});
}
