import { describe, expect, it } from 'vitest';
import { assess } from '../../src/flow/index.ts';
import { article } from './articles.ts';
import { assessWords } from './assess-words.ts';
import { facts } from './facts.ts';

describe('missing evidence', () => {
	const collectors: Readonly<Record<string, string>> = {
		'log.count': 'error-log',
		'trace.signal': 'backtrace',
		'trace.named': 'backtrace',
	};
	const collectorsOf = (fact: string) => {
		const id = collectors[fact];
		return id ? [{ id, title: `Title of ${id}` }] : [];
	};
	const articles = [
		article('healthy', [['log.count == 0', 'confirmed']]),
		article('crash', [
			['trace.signal == "SIGSEGV" && trace.named', 'confirmed'],
			['log.hint', 'possible'],
		]),
		article('other', [
			['odd.fact > 1', 'likely'],
			['odd.exclusion', 'ruled-out'],
		]),
	];

	it('is grouped by the collector that could state it; first what a listed diagnosis wants', () => {
		const { missing } = assess(articles, facts({ 'log.hint': true }), { collectorsOf, m: assessWords });
		expect(missing).toEqual([
			{
				facts: ['trace.named', 'trace.signal'],
				collector: 'backtrace',
				why: 'It would help to decide: Title of crash',
				how: 'Run the collector backtrace (Title of backtrace)',
			},
			{
				facts: ['log.count'],
				collector: 'error-log',
				why: 'It would help to decide: Title of healthy',
				how: 'Run the collector error-log (Title of error-log)',
			},
			{
				facts: ['odd.fact'],
				collector: null,
				why: 'It would help to decide: Title of other',
				how: 'No collector reads this; hand in evidence that states odd.fact',
			},
		]);
	});

	it('is nothing where the server is healthy and nothing is possible', () => {
		expect(assess(articles, facts({ 'log.count': 0 }), { collectorsOf }).missing).toEqual([]);
	});
});
