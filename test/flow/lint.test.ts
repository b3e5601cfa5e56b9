import { describe, expect, it } from 'vitest';
import type { Article, FactDeclaration, FactType, Remedy } from '../../src/domain/index.ts';
import { lint, loadFlow } from '../../src/flow/index.ts';
import { article } from './articles.ts';
import { sampleFile, sampleFlow } from './sample-flow.ts';

const types: Readonly<Record<string, FactType>> = {
	'log.childSignals': 'int',
	'log.text': 'string',
	'log.codes': 'list',
	'log.loop': 'bool',
	'paths.entries': 'map',
	'trace.signature': 'string',
};
const declarations = Object.entries(types).map(([name, type]): FactDeclaration => ({ name, type, meaning: '', merge: 'latest' }));
const crash = article('module-crash', [['log.childSignals > 0', 'likely']], { rules: [] });

function lintFlow(text: string, collectors: readonly string[] | null = ['error-log', 'processes']) {
	const loaded = loadFlow(sampleFile, text);
	if (!('flow' in loaded)) throw new Error(loaded.map((each) => each.message).join('\n'));
	const placeOf = () => ({ file: 'knowledge/module-crash.md', line: 1, column: 1 });
	return lint({ flows: [loaded], articles: [{ article: crash, placeOf }], declarations, collectors }).map(
		({ place, message }) => `${place.line}:${place.column} ${message}`,
	);
}

function lintArticle(more: Partial<Article>) {
	const placeOf = (path: readonly PropertyKey[]) => ({ file: path.map(String).join('.'), line: 1, column: 1 });
	return lint({
		flows: [],
		articles: [{ article: { ...crash, ...more }, placeOf }],
		declarations,
		collectors: ['processes'],
	}).map(({ place, message }) => `${place.file}: ${message}`);
}

describe('the lint of flows', () => {
	it('finds nothing in a good one', () => {
		expect(lintFlow(sampleFlow)).toEqual([]);
	});

	it.each<[string, string, string[]]>([
		[
			'proposedWhen: log.childSignals > 0',
			'proposedWhen: log.childSignal > 0',
			['4:1 No parser states the fact log.childSignal'],
		],
		['rule: log.childSignals > 0', 'rule: log.childSignals >', ['17:5 Rule, column 19: Unexpected token: EOF']],
		['rule: log.childSignals > 0', 'rule: log.childSignals > log.text', ['17:5 Rule, column 1: no such overload: int > string']],
		['rule: log.childSignals > 0', 'rule: log.childSignals == "x"', ['17:5 Rule, column 1: no such overload: int == string']],
		[
			'rule: log.childSignals > 0',
			'rule: log.childSignals + 1',
			['17:5 Rule, column 1: a rule must be true or false, this is of type int'],
		],
		[
			'rule: log.childSignals > 0',
			'rule: has(log.childSignals) && size(log) > 0',
			[
				'17:5 Rule, column 1: has() is not allowed: it turns a fact that nobody stated into false',
				'17:5 Rule, column 31: write a fact as namespace.name; `log` alone is none',
			],
		],
		['statement: "{log.childSignals}', 'statement: "{log.deaths}', ['18:5 No parser states the fact log.deaths']],
		['text: "Send {log.childSignals}', 'text: "Send {mail.to}', ['33:63 No parser states the fact mail.to']],
		['collectors: [error-log, processes]', 'collectors: [error-logs, processes]', ['11:5 There is no collector error-logs']],
		['about: [module-crash]', 'about: [module-crush]', ['32:68 There is no article of the diagnosis module-crush']],
		[
			'facts: {log.childSignals: 3}',
			'facts: {log.childSignals: many}',
			['36:13 The fact log.childSignals is of type int; the case gives "many"'],
		],
		['facts: {log.childSignals: 3}', 'facts: {log.childSignals: 3, log.x: 1}', ['36:34 No parser states the fact log.x']],
	])('%s, changed to %s, is told with its place', (from, to, faults) => {
		expect(lintFlow(sampleFlow.replace(from, to))).toEqual(faults);
	});

	it('tells which leaf has no case', () => {
		const text = sampleFlow.replace(/ {2}- name: a crash[\s\S]*?(?= {2}- \{name: nothing)/, '');
		expect(lintFlow(text)).toEqual(['32:3 No case ends at the leaf crash']);
	});

	it('does not look at collectors where it is not given any', () => {
		expect(lintFlow(sampleFlow.replace('error-log', 'error-logs'), null)).toEqual([]);
	});
});

describe('the lint of articles', () => {
	const rule = (when: string, statement = '') => ({ rules: [{ id: 'r', when, makes: 'likely' as const, statement }] });
	const remedy: Remedy = {
		id: 'fix',
		title: 'Fix',
		kind: 'fix',
		risk: 'mutating',
		precondition: 'log.none',
		actions: [
			{ kind: 'run', argv: ['kill', '{httpd.pid}'] },
			{ kind: 'write', change: { path: '/etc/{a.file}', content: '{b.text}', mode: 0o644 } },
		],
		undo: [{ kind: 'instruct', text: '{c.d}' }],
		verification: { collectors: ['process'], rule: 'log.loop && log.none', statement: '{log.text}' },
	};

	it('takes rules of all declared types', () => {
		expect(lintArticle(rule('log.codes.exists(c, c == "AH00051") && paths.entries["/x"].mode == 420 && !log.loop'))).toEqual([]);
		expect(lintArticle(rule('log.text > "2026" && log.text.startsWith("2") && size(log.codes) > 1 && log.codes != []'))).toEqual(
			[],
		);
		expect(lintArticle(rule('log.loop ? log.childSignals in [1, 2] : "a" in log.codes', '{log.childSignals}'))).toEqual([]);
	});

	it('tells of rules, statements and facts that do not fit', () => {
		expect(lintArticle(rule('log.codes > 1', '{log.gone}'))).toEqual([
			'rules.0.when: Rule, column 1: no such overload: list<dyn> > int',
			'rules.0.statement: No parser states the fact log.gone',
		]);
		expect(lintArticle({ culprit: { module: 'trace.module', function: null, file: 'log.text' } })).toEqual([
			'culprit.module: No parser states the fact trace.module',
		]);
		expect(lintArticle({ each: { namespace: 'trace', by: 'log.text' } })).toEqual([
			'each.by: log.text is not a fact of the namespace trace',
		]);
		expect(lintArticle({ each: { namespace: 'trace', by: 'trace.signature' } })).toEqual([]);
	});

	it('looks into every part of a remedy', () => {
		expect(lintArticle({ remedies: [remedy] })).toEqual([
			'remedies.0.precondition: No parser states the fact log.none',
			'remedies.0.actions.0: No parser states the fact httpd.pid',
			'remedies.0.actions.1: No parser states the fact a.file',
			'remedies.0.actions.1: No parser states the fact b.text',
			'remedies.0.undo.0: No parser states the fact c.d',
			'remedies.0.verification.rule: No parser states the fact log.none',
			'remedies.0.verification.collectors: There is no collector process',
		]);
	});

	const actionsOf = (...actions: Remedy['actions']) =>
		lintArticle({ remedies: [{ ...remedy, precondition: null, actions, undo: [], verification: null }] });

	it('wants a list and a place for its items where a command runs for each', () => {
		expect(actionsOf({ kind: 'run-each', argv: ['ipcrm', '-s', '{item}'], over: 'log.codes' })).toEqual([]);
		expect(actionsOf({ kind: 'run-each', argv: ['ipcrm', '-s', '{item}'], over: 'sem.orphans' })).toEqual([]);
		expect(actionsOf({ kind: 'run-each', argv: ['ipcrm', '{log.gone}'], over: 'log.text' })).toEqual([
			'remedies.0.actions.0: No parser states the fact log.gone',
			'remedies.0.actions.0: log.text is no list to run a command for each of',
			'remedies.0.actions.0: No word of the command holds {item}',
		]);
		expect(actionsOf({ kind: 'run-each', argv: ['x', '{item}'], over: 'log.none' })).toEqual([
			'remedies.0.actions.0: No parser states the fact log.none',
		]);
	});

	it('lets no server take up a configuration that was not tested', () => {
		const test = { kind: 'run', argv: ['apachectl', 'configtest'] } as const;
		for (const words of [
			['apachectl', 'graceful'],
			['/usr/sbin/apache2ctl', '-k', 'restart'],
			['systemctl', 'reload', 'httpd.service'],
		]) {
			const [program = '', ...rest] = words;
			const run = { kind: 'run', argv: [program, ...rest] } as const;
			expect(actionsOf(test, run)).toEqual([]);
			expect(actionsOf(run, test)).toEqual([`remedies.0.actions.0: ${words.join(' ')} comes before any configtest`]);
		}
		expect(actionsOf({ kind: 'run', argv: ['systemctl', 'restart', 'systemd-logind'] })).toEqual([]);
		expect(actionsOf({ kind: 'run', argv: ['apachectl', 'stop'] })).toEqual([]);
	});
});
