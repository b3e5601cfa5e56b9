import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/index.ts';
import { assess } from '../../src/flow/index.ts';
import { article } from './articles.ts';
import { facts } from './facts.ts';

describe('a diagnosis that replaces another', () => {
	const general = article('general', [
		['log.a', 'likely'],
		['log.b', 'confirmed'],
	]);
	const special = article('special', [['log.c', 'likely']], { replaces: ['general'] });
	const listed = (values: Parameters<typeof facts>[0], ...articles: Article[]) =>
		assess(articles, facts(values)).diagnoses.map((each) => each.id);

	it('is told alone where it is at least as firm, and the other is not ruled out', () => {
		const outcome = assess([general, special], facts({ 'log.a': true, 'log.c': true }));
		expect(outcome.diagnoses.map((each) => each.id)).toEqual(['special']);
		expect(outcome.ruledOut).toEqual([]);
	});

	it('stands beside one that is firmer', () => {
		expect(listed({ 'log.b': true, 'log.c': true }, general, special)).toEqual(['general', 'special']);
	});

	it('does not vanish with one that replaces it, too', () => {
		const other = article('other', [['log.c', 'likely']], { replaces: ['special'] });
		const mutual = article('special', [['log.c', 'likely']], { replaces: ['other'] });
		expect(listed({ 'log.c': true }, other, mutual)).toEqual(['other']);
	});
});
