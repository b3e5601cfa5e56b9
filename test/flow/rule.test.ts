import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/index.ts';
import { evaluateRule, mergeFacts } from '../../src/flow/index.ts';
import { evidence, facts } from './facts.ts';

const known = facts({
	'log.count': 3,
	'log.zero': 0,
	'log.ratio': 2.5,
	'log.loop': true,
	'log.text': 'abc',
	'log.at': '2026-01-02T00:00:00',
	'log.startAt': '2026-01-01T00:00:00',
	'log.names': ['a', 'b'],
	'log.errnos': [22, 43],
	'log.none': [],
	'sem.sets': [
		{ owner: 'root', nsems: 1 },
		{ owner: 'www-data', nsems: 4, key: null },
	],
	'paths.entries': { '/run/lock': { mode: 420, uid: 0 }, constructor: { mode: 1 } },
	'account.users': { alice: { uid: 1001 } },
	'config.user': 'alice',
});

describe('a rule over known facts', () => {
	it.each<[string, Verdict]>([
		['log.count > 0', 'confirmed'],
		['log.count == 3', 'confirmed'],
		['log.count == 3.0', 'confirmed'],
		['log.count != 3', 'refuted'],
		['log.count >= 4 || log.zero == 0', 'confirmed'],
		['log.count + 1 == 4 && log.count * 2 == 6', 'confirmed'],
		['log.count / 2 == 1', 'confirmed'],
		['log.count - (log.zero - 1) == 4', 'confirmed'],
		['-log.count < 0', 'confirmed'],
		['log.count % 2 == 1', 'confirmed'],
		['log.ratio > 2', 'confirmed'],
		['log.ratio < log.count', 'confirmed'],
		['log.count in [1, 2, 3]', 'confirmed'],
		['43 in log.errnos && !(5 in log.errnos)', 'confirmed'],
		['size(log.names) == 2 && log.names.size() > 1', 'confirmed'],
		['log.none == [] && size(log.none) == 0', 'confirmed'],
		['log.names[1] == "b"', 'confirmed'],
		['log.errnos[0] == 22', 'confirmed'],
		['log.text in ["abc", "d"]', 'confirmed'],
		['log.text.startsWith("a") && log.text.contains("b") && log.text.endsWith("c")', 'confirmed'],
		['log.text.matches("^a.c$")', 'confirmed'],
		['log.text == "say \\"abc\\""', 'refuted'],
		['log.at > log.startAt', 'confirmed'],
		['log.loop', 'confirmed'],
		['!log.loop', 'refuted'],
		['log.loop ? log.count > 2 : log.unstated', 'confirmed'],
		['sem.sets.exists(s, s.owner == "www-data" && s.nsems == 4)', 'confirmed'],
		['sem.sets.all(s, s.nsems > 0)', 'confirmed'],
		['sem.sets.filter(s, s.nsems > 1).size() == 1', 'confirmed'],
		['sem.sets.map(s, s.owner) == ["root", "www-data"]', 'confirmed'],
		['sem.sets.exists(s, s.key == null)', 'confirmed'],
		['sem.sets.exists(log, log.nsems == 4)', 'confirmed'],
		['paths.entries["/run/lock"].mode == 420', 'confirmed'],
		['paths.entries.exists(p, paths.entries[p].uid == 0)', 'confirmed'],
		['"/run/lock" in paths.entries && !("/tmp" in paths.entries)', 'confirmed'],
		['paths.entries["constructor"].mode == 1', 'confirmed'],
		['"toString" in account.users', 'refuted'],
		['account.users[config.user].uid > 999', 'confirmed'],
	])('%s is %s', (rule, verdict) => {
		expect(evaluateRule(rule, known)).toMatchObject({ verdict, fault: null });
	});
});

describe('a rule over unknown facts', () => {
	it.each<[string, Verdict, string[]]>([
		['log.other', 'inconclusive', ['log.other']],
		['nothing.known == 1', 'inconclusive', ['nothing.known']],
		['!log.other', 'inconclusive', ['log.other']],
		['log.other > 0 || log.count > 0', 'confirmed', []],
		['log.count > 0 || log.other > 0', 'confirmed', []],
		['log.other > 0 && log.zero > 0', 'refuted', []],
		['log.zero > 0 && log.other > 0', 'refuted', []],
		['log.other > log.another', 'inconclusive', ['log.another', 'log.other']],
		['log.other ? log.loop : log.loop', 'inconclusive', ['log.other']],
		['paths.entries["/tmp"].mode == 420', 'inconclusive', ['paths.entries']],
		['log.none[0] == "a"', 'inconclusive', ['log.none']],
	])('%s is %s, wanting %j', (rule, verdict, unknownFacts) => {
		expect(evaluateRule(rule, known)).toMatchObject({ verdict, unknownFacts, fault: null });
	});

	it('wants only facts that would decide it', () => {
		const rule = '(log.zero > 0 && log.irrelevant) || (log.loop && log.wanted)';
		expect(evaluateRule(rule, known).unknownFacts).toEqual(['log.wanted']);
	});

	it('says what would decide a rule that incomplete evidence left open', () => {
		expect(evaluateRule('log.count > 5', facts({ 'log.count': 3 }, { partial: true })).unknownFacts).toEqual(['log.count']);
	});
});

describe('a rule that cannot be evaluated', () => {
	it.each([
		['log.count >', 'column 12: Unexpected token: EOF'],
		['log.count > "x"', 'no such overload: dyn<int> > string'],
		['log.count', 'a rule must be true or false'],
		['log.count && log.loop', 'a rule must be true or false'],
		['has(log.count)', 'column 1: has() is not allowed: it turns a fact that nobody stated into false'],
		['"count" in log', 'column 12: write a fact as namespace.name; `log` alone is none'],
		['log["count"] > 0', 'column 1: write a fact as namespace.name; `log` alone is none'],
		['', 'column 1: Unexpected token: EOF'],
	])('%s is inconclusive and says why', (rule, fault) => {
		expect(evaluateRule(rule, known)).toMatchObject({ verdict: 'inconclusive', fault });
	});
});

describe('the citations of a rule', () => {
	it('are those of all stated facts it names, without repeats, in the order of capture', () => {
		const base = mergeFacts(
			[],
			[
				evidence('e2', { 'log.a': 1, 'log.b': 2 }, { line: 7 }),
				evidence('e10', { 'kernel.c': 1 }, { line: 1 }),
				evidence('e1', { 'sem.d': 1 }, { line: 9 }),
			],
		);
		const { citations } = evaluateRule('kernel.c == 1 && log.a == 1 && log.b == 2 && (sem.d == 1 || log.unstated)', base);
		expect(citations.map((each) => `${each.evidence}:${each.firstLine}`)).toEqual(['e1:9', 'e2:7', 'e10:1']);
	});
});
