import { describe, expect, it } from 'vitest';
import { type LoadedArticle, lintArticles, loadArticle } from '../../src/knowledge/index.ts';
import { sampleArticle, sampleFile } from './sample-article.ts';

function loaded(text: string, file = sampleFile): LoadedArticle {
	const outcome = loadArticle(file, text);
	if (!('article' in outcome)) throw new Error(outcome.map((each) => each.message).join('\n'));
	return outcome;
}

const complaints = (...articles: readonly LoadedArticle[]) =>
	lintArticles(articles).map(({ place, message }) => `${place.line}:${place.column} ${message}`);

describe('the lint of articles', () => {
	it('finds nothing in a good one', () => {
		expect(complaints(loaded(sampleArticle))).toEqual([]);
	});

	it.each<[what: string, from: string | RegExp, to: string, faults: string[]]>([
		['another id than its file', 'id: disk-full', 'id: full', ['2:1 The id full is not the name of the file disk-full.md']],
		['no sources', /^sources: .*$/m, 'sources: []', ['23:1 An article names at least one source']],
		['no section of causes', '## Why', 'Why', ['2:1 The text lacks the section "## Why"']],
		['no rule that speaks for it', 'makes: confirmed', 'makes: ruled-out', ['7:1 No rule of this diagnosis speaks for it']],
		[
			'a change that cannot be undone',
			/ {4}undo:\n.*\n/,
			'',
			['10:5 Remedy make-room changes the target and does not say how to undo it'],
		],
		[
			'a change that cannot be verified',
			/ {4}verification.*\n/,
			'',
			['10:5 Remedy make-room changes the target and does not say how to verify it'],
		],
		['a change called reading', 'risk: mutating', 'risk: read', ['13:5 Remedy make-room changes a file: its risk is mutating']],
		[
			'a replaced diagnosis that does not exist',
			'affected:',
			'replaces: [disk-empty, disk-full]\naffected:',
			[
				'22:1 It cannot replace disk-empty, which is no other diagnosis',
				'22:1 It cannot replace disk-full, which is no other diagnosis',
			],
		],
		['rules of a guide', 'kind: diagnosis', 'kind: guide', ['7:1 A guide has no rules']],
		[
			'an id used twice',
			'remedies:\n',
			'  - {id: no-space, when: disk.full, makes: likely, statement: x}\nremedies:\n',
			['9:6 The id no-space is used twice'],
		],
	])('%s is told with its place', (_, from, to, faults) => {
		expect(complaints(loaded(sampleArticle.replace(from, to)))).toEqual(faults);
	});

	it('lets the guide of remarks have rules', () => {
		const text = sampleArticle.replace('kind: diagnosis', 'kind: guide').replace('id: disk-full', 'id: remarks');
		expect(complaints(loaded(text, 'knowledge/remarks.md'))).toEqual([]);
	});

	it('tells which named diagnosis has no article', () => {
		const named = ['disk-full', 'disk-gone'].map((id) => ({ id, by: 'The flow children-die' }));
		expect(lintArticles([loaded(sampleArticle)], named).map((each) => each.message)).toEqual([
			'The flow children-die names the diagnosis disk-gone, which has no article',
		]);
	});
});
