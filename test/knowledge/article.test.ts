import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadArticle, loadArticles } from '../../src/knowledge/index.ts';
import { sampleArticle, sampleFile } from './sample-article.ts';

function faultsOf(text: string): readonly string[] {
	const outcome = loadArticle(sampleFile, text);
	return 'article' in outcome ? [] : outcome.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

describe('an article without faults', () => {
	const outcome = loadArticle(sampleFile, sampleArticle);
	const article = 'article' in outcome ? outcome.article : undefined;

	it('is read with what it leaves out', () => {
		expect(article).toMatchObject({
			id: 'disk-full',
			kind: 'diagnosis',
			isRisk: false,
			replaces: [],
			culprit: { module: 'trace.culpritModule', function: null, file: null },
			each: { namespace: 'trace', by: 'trace.signature' },
			sources: [
				{ title: 'df(1)', url: null },
				{ title: 'manual', url: 'https://example.org/x' },
			],
			lastVerified: '2026-11-21',
		});
		expect(article?.body.startsWith('**Now:** make room.\n\n## What you see')).toBe(true);
	});

	it('is read with its remedies', () => {
		expect(article?.remedies).toEqual([
			{
				id: 'make-room',
				title: 'Make room',
				kind: 'mitigation',
				risk: 'mutating',
				precondition: null,
				actions: [
					{ kind: 'run', argv: ['journalctl', '--vacuum-size=1G'] },
					{ kind: 'write', change: { path: '/etc/x.conf', content: 'a\n', mode: 0o600 } },
					{ kind: 'write', change: { path: '/tmp/y', content: null, mode: 0o644 } },
					{ kind: 'instruct', text: 'Remove old files.' },
				],
				undo: [{ kind: 'instruct', text: 'Nothing to undo.' }],
				verification: { collectors: ['disk-usage'], rule: 'disk.full == false', statement: 'There is room' },
			},
		]);
	});

	it('may run a command for each of a list, and say how a command is taken back', () => {
		const text = sampleArticle.replace(
			'{run: [journalctl, --vacuum-size=1G]}',
			'{run: [a2enconf, x], undo: [a2disconf, x]}\n      - {runEach: [ipcrm, -s, "{item}"], over: sem.orphans}',
		);
		const read = loadArticle(sampleFile, text);
		expect('article' in read && read.article.remedies[0]?.actions.slice(0, 2)).toEqual([
			{ kind: 'run', argv: ['a2enconf', 'x'], undo: ['a2disconf', 'x'] },
			{ kind: 'run-each', argv: ['ipcrm', '-s', '{item}'], over: 'sem.orphans' },
		]);
	});

	it('knows the place of every part', () => {
		if (!('article' in outcome)) throw new Error('not read');
		expect(outcome.placeOf(['rules', 0, 'when'])).toEqual({ file: sampleFile, line: 8, column: 20 });
		expect(outcome.placeOf(['remedies', 0, 'actions', 2])).toEqual({ file: sampleFile, line: 17, column: 9 });
		expect(outcome.placeOf(['remedies', 7, 'id']).line).toBe(9);
	});

	it('may have lines that end as on Windows', () => {
		expect(faultsOf(sampleArticle.replaceAll('\n', '\r\n'))).toEqual([]);
	});
});

describe('an article with a fault', () => {
	it.each<[what: string, from: string, to: string, faults: string[]]>([
		['no front matter', '---\nid', 'id', ['1:1 An article begins with --- and YAML, then --- and its text']],
		['YAML that cannot be read', 'title: The', '\ttitle: The', ['3:1 YAML: Tabs are not allowed as indentation']],
		['a reference', 'owner: httpd-medic', 'owner: &a me\nx: *a', ['25:4 YAML: references (*name) are not used here']],
		['a missing key', 'owner: httpd-medic\n', '', ['2:1 `owner` is missing']],
		['an unknown key', 'owner: httpd-medic', 'owner: me\nauthor: me', ['25:1 `author` is not known here']],
		['a kind that is none', 'kind: diagnosis', 'kind: essay', ['4:1 `kind` Invalid option: expected one of "diagnosis"|"guide"']],
		[
			'an effect that is none',
			'makes: confirmed',
			'makes: sure',
			['8:49 `rules.0.makes` Invalid option: expected one of "confirmed"|"likely"|"possible"|"ruled-out"'],
		],
		['no date', '2026-11-21', 'last week', ['25:1 `lastVerified` must be a date such as 2026-11-21']],
		['a date that is none', '2026-11-21', '2026-13-41', ['25:1 `lastVerified` must be a date such as 2026-11-21']],
		[
			'a mode that is a number',
			'"0600"',
			'0600',
			['16:46 `remedies.0.actions.1.mode` must be a quoted octal number such as "0644"'],
		],
		[
			'an action of no kind',
			'{remove: /tmp/y}',
			'{delete: /tmp/y}',
			['17:9 `remedies.0.actions.2` must be one of run: […], runEach: […], write: …, remove: … or instruct: …'],
		],
		[
			'an action of two kinds',
			'{remove: /tmp/y}',
			'{remove: /tmp/y, instruct: x}',
			['17:26 `remedies.0.actions.2.instruct` is not known here'],
		],
		['a relative path', '{remove: /tmp/y}', '{remove: tmp/y}', ['17:10 `remedies.0.actions.2.remove` must be an absolute path']],
		['an empty command', '[journalctl, --vacuum-size=1G]', '[]', ['15:10 `remedies.0.actions.0.run.0` is missing']],
		['a link that is none', 'https://example.org/x', 'javascript:x', ['23:43 `sources.1.url` Invalid URL']],
	])('%s is told with its place', (_, from, to, faults) => {
		expect(faultsOf(sampleArticle.replace(from, to))).toEqual(faults);
	});

	it('is never thrown, however broken, and always has a line of the file', () => {
		const lines = sampleArticle.split('\n');
		const piece = fc.oneof(fc.string(), fc.constantFrom(...lines, '\t', '*a', '&a x', '? [a]', '- ', '}', '__proto__: {a: 1}'));
		const broken = fc
			.tuple(fc.nat(lines.length), fc.nat(3), fc.array(piece, { maxLength: 3 }))
			.map(([at, dropped, added]) => lines.toSpliced(at, dropped, ...added).join('\n'));
		fc.assert(
			fc.property(
				fc.oneof(
					broken,
					fc.string(),
					fc.string({ unit: 'binary' }).map((text) => `---\n${text}\n---\n`),
				),
				(text) => {
					const outcome = loadArticle(sampleFile, text);
					if ('article' in outcome) return;
					expect(outcome.length).toBeGreaterThan(0);
					for (const { place } of outcome) {
						expect(place.line).toBeGreaterThanOrEqual(1);
						expect(place.line).toBeLessThanOrEqual(text.split('\n').length + 1);
					}
				},
			),
			{ numRuns: 500 },
		);
	});
});

describe('articles', () => {
	it('are sorted by id, faults by file, and an id is used once', () => {
		const files = [
			{ file: 'z/disk-full.md', text: sampleArticle },
			{ file: sampleFile, text: sampleArticle },
			{ file: 'knowledge/a.md', text: sampleArticle.replace('id: disk-full', 'id: a') },
			{ file: 'knowledge/broken.md', text: '' },
		];
		const { articles, faults } = loadArticles(files);
		expect(articles.map((each) => each.article.id)).toEqual(['a', 'disk-full']);
		expect(faults.map((each) => each.place.file)).toEqual(['knowledge/broken.md', 'z/disk-full.md']);
		expect(loadArticles(files.toReversed()).faults).toEqual(faults);
	});
});
