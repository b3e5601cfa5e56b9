import { expect, it } from 'vitest';
import { httpdModulesParser } from '../../src/parsers/httpd-modules.ts';
import { factsOf, fixture, inputOf } from './evidence.ts';

it('lists loaded modules', () => {
	const facts = factsOf(httpdModulesParser, fixture('httpd-modules.txt'));
	expect(facts.mpm).toBe('event');
	expect(facts.names).toEqual(expect.arrayContaining(['core_module', 'jk_module', 'mpm_event_module']));
	expect(facts.shared).not.toContain('core_module');
});

it('takes the compiled-in modules for a part of all', () => {
	const output = httpdModulesParser.parse(inputOf('Compiled in modules:\n  core.c\n  prefork.c\n  http_core.c\n  mod_so.c\n'));
	expect(output.partial).toBe(true);
	expect(output.statements.map(({ value }) => value)).toEqual([
		['core_module', 'mpm_prefork_module', 'http_module', 'so_module'],
		[],
		'prefork',
	]);
});
