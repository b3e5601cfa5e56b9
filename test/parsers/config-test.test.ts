import { expect, it } from 'vitest';
import { configTestParser } from '../../src/parsers/config-test.ts';
import { citedBy, factsOf, fixture, inputOf } from './evidence.ts';

it('accepts in spite of warnings', () => {
	const facts = factsOf(configTestParser, fixture('config-test-ok.txt'));
	expect(facts).toMatchObject({ ok: true, warnings: [expect.stringContaining('AH00558')] });
	expect(facts).not.toHaveProperty('text');
});

it('finds place and reason on two lines', () => {
	const text = fixture('config-test-directive.txt');
	expect(factsOf(configTestParser, text)).toMatchObject({
		ok: false,
		file: '/etc/httpd/conf/httpd.conf',
		line: 7,
		text: expect.stringMatching(/^Invalid command 'Foo'/),
	});
	expect(citedBy(configTestParser, text, 'ok')).toHaveLength(2);
});

it('finds the innermost of nested places', () => {
	expect(factsOf(configTestParser, fixture('config-test-nested.txt'))).toMatchObject({
		ok: false,
		file: '/etc/apache2/mods-enabled/jk.load',
		line: 1,
		text: expect.stringMatching(/^Cannot load \/opt\/mod_jk\.so/),
	});
});

it('knows failures without a place', () => {
	const facts = factsOf(configTestParser, fixture('config-test-log.txt'));
	expect(facts).toMatchObject({ ok: false, text: expect.stringContaining('AH02291') });
	expect(facts).not.toHaveProperty('file');
	expect(factsOf(configTestParser, 'AH00534: apache2: Configuration error: No MPM loaded.\n')).toMatchObject({ ok: false });
	expect(factsOf(configTestParser, 'Syntax error on line 3 of /etc/httpd.conf:\nInvalid command x\n')).toMatchObject({ line: 3 });
});

it('believes the exit status where the words are new', () => {
	expect(factsOf(configTestParser, inputOf('something else\n', { exitCode: 1 }))).toMatchObject({ ok: false });
	expect(factsOf(configTestParser, 'something else\n')).toEqual({});
});
