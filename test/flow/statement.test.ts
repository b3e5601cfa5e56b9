import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { fillArgv, fillStatement, fillText, placeholdersOf } from '../../src/flow/index.ts';
import { facts } from './facts.ts';

const words = { ...englishEvidence.statement, tell: () => null };

const { value } = facts({
	'log.childSignals': 3,
	'log.ajpBackends': ['a:8009', 'b:8009'],
	'log.crashLoop': false,
	'log.none': [],
	'cores.newest': '/var/crash/core with space',
	'sem.owners': { root: 2, alice: 1 },
	'bad.option': '--delete',
	'bad.nul': 'a\0b',
	'log.inner': '{log.childSignals}',
});

describe('a statement', () => {
	it('shows values as words, and says what is unknown or empty', () => {
		expect(
			fillStatement('{log.childSignals} deaths, {log.ajpBackends}, {log.crashLoop}, {sem.owners}, {log.x}', value, words),
		).toEqual({
			text: '3 deaths, a:8009, b:8009, no, root 2, alice 1, not known',
			unknownFacts: ['log.x'],
		});
		expect(fillStatement('errno {log.none}', value, words).text).toBe('errno none');
	});

	it('counts one in the singular', () => {
		const one = facts({ 'log.one': 1, 'log.many': 21 }).value;
		const text =
			'{log.one} children died, {log.one} lines say so, {log.one} processes were killed {log.one} times, {log.many} lines say';
		expect(fillStatement(text, one, words).text).toBe('1 child died, 1 line says so, 1 process was killed 1 time, 21 lines say');
		expect(fillStatement('uid {log.one} is a user', one, words).text).toBe('uid 1 is a user');
	});

	it('keeps values as they are where a machine reads them', () => {
		expect(fillText('crash {log.crashLoop} {log.x} {log.none}', value)).toEqual({
			text: 'crash false ? ',
			unknownFacts: ['log.x'],
		});
	});

	it('leaves every other brace as it is', () => {
		const text = `\${APACHE_LOCK_DIR} %{Referer}i {} {a} {A.b} { log.x } {log.}`;
		expect(fillStatement(text, value, words)).toEqual({ text, unknownFacts: [] });
	});

	it('fills in one pass: a value is never filled again', () => {
		expect(fillStatement('{log.inner}', value, words).text).toBe('{log.childSignals}');
	});

	it('names its placeholders once', () => {
		expect(placeholdersOf('{b.c} {a.b} {b.c}')).toEqual(['a.b', 'b.c']);
	});
});

describe('a command', () => {
	it('is filled word by word, and a value never becomes several words', () => {
		expect(fillArgv(['gdb', '--core={cores.newest}', '{cores.newest}', '-n'], value)).toEqual({
			argv: ['gdb', '--core=/var/crash/core with space', '/var/crash/core with space', '-n'],
			unknownFacts: [],
		});
	});

	it('is not filled by values that are unknown, look like options or cannot be words', () => {
		expect(fillArgv(['rm', '{bad.option}', '{bad.nul}', '{no.such}'], value).unknownFacts).toEqual([
			'bad.nul',
			'bad.option',
			'no.such',
		]);
		expect(fillArgv(['rm', '{bad.option}'], value).argv).toEqual(['rm', '{bad.option}']);
	});

	it('keeps its number of words, its program and its options, whatever the values are', () => {
		const words = fc.array(fc.constantFrom('kill', '-9', '{a.b}', 'x{a.b}y', '--core={c.d}', '{c.d}'), { minLength: 1 });
		fc.assert(
			fc.property(words, fc.string(), fc.string(), (argv, one, other) => {
				const filled = fillArgv(['kill', ...argv], facts({ 'a.b': one, 'c.d': other }).value).argv;
				expect(filled).toHaveLength(argv.length + 1);
				expect(filled[0]).toBe('kill');
				for (const [index, word] of argv.entries()) {
					if (!word.startsWith('-')) expect(filled[index + 1]?.startsWith('-') ?? true).toBe(false);
				}
			}),
		);
	});
});
