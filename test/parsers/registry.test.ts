import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactType, JsonValue, Parser } from '../../src/domain/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import { linesOf } from '../../src/parsers/lines.ts';
import { recognise } from '../../src/parsers/recognise.ts';
import { factsOf, fixture, inputOf, withoutLines } from './evidence.ts';

const folder = new URL('../../src/parsers/', import.meta.url);
const isParser = (value: unknown): value is Parser =>
	typeof value === 'object' && value !== null && 'format' in value && 'resemblance' in value && 'parse' in value;

/** Fixtures by the format that they are of. */
const fixtures: Readonly<Record<string, readonly string[]>> = {
	'access-log': ['access.log'],
	'config-test': ['config-test-ok.txt'],
	'core-handler': ['core-handler.sh'],
	'core-listing': ['core-listing.txt'],
	'coredump-list': ['coredump-list.txt', 'coredump-list-old.txt'],
	'disk-usage': ['df.txt', 'df-inodes.txt'],
	'httpd-config': ['httpd.conf'],
	'httpd-modules': ['httpd-modules.txt', 'httpd-modules-compiled.txt'],
	'httpd-run-config': ['httpd-run-config.txt'],
	'httpd-version': ['httpd-version-debian.txt', 'httpd-version-22.txt', 'httpd-version-windows.txt', 'httpd-version-ihs.txt'],
	ipcs: [
		...['ipcs-all.txt', 'ipcs-empty.txt', 'ipcs-japanese.txt', 'ipcs-korean-limits.txt', 'ipcs-german.txt', 'ipcs-creators.txt'],
		...['ipcs-times.txt', 'ipcs-usage.txt', 'ipcs-detail.txt', 'ipcs-bsd.txt', 'lsipc.json', 'lsipc.txt', 'lsipc-limits.txt'],
	],
	'kernel-settings': ['sysctl.txt', 'kernel-terminal.txt'],
	linger: ['linger.txt'],
	listeners: ['ss.txt', 'netstat.txt'],
	'logind-conf': ['logind-conf.txt', 'logind-cat-config.txt'],
	'mount-table': ['mountinfo.txt', 'mounts.txt'],
	'passwd-entry': ['passwd-entry.txt'],
	'path-status': ['path-status.txt'],
	'process-limits': ['process-limits.txt', 'process-limits-prlimit.txt'],
	processes: ['processes.txt', 'processes-ps.txt', 'processes-ps-ef.txt', 'processes-orphan.txt'],
	'sysvipc-sem': ['sysvipc-sem.txt'],
	'tomcat-processes': ['tomcat-processes.txt'],
	'tomcat-server-xml': ['server.xml'],
	'tomcat-version': ['tomcat-version.txt'],
	'uid-bound': ['login-defs.txt'],
	'unit-properties': ['systemctl-show.txt'],
	'workers-properties': ['workers.properties'],
};
const cases = Object.entries(fixtures).flatMap(([format, names]) => names.map((name) => ({ format, name })));

function parserOf(format: string): Parser {
	const found = parsers.find((parser) => parser.format === format);
	if (!found) throw new Error(`no parser for ${format}`);
	return found;
}

const fits: Readonly<Record<FactType, (value: JsonValue) => boolean>> = {
	bool: (value) => typeof value === 'boolean',
	int: (value) => Number.isSafeInteger(value),
	string: (value) => typeof value === 'string',
	list: (value) => Array.isArray(value),
	map: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Every statement is declared, is of its type, and cites lines that exist. */
function expectSound(parser: Parser, text: string): void {
	const resemblance = parser.resemblance(text);
	expect(resemblance).toBeGreaterThanOrEqual(0);
	expect(resemblance).toBeLessThanOrEqual(1);
	const { statements, partial } = parser.parse(inputOf(text));
	if (statements.length === 0) expect(partial).toBe(true);
	const last = linesOf(text).length;
	for (const { name, value, lines } of statements) {
		const declared = parser.facts.find((fact) => fact.name === name);
		expect(declared, `${name} is declared`).toBeDefined();
		expect(declared && fits[declared.type](value), `${name} is ${declared?.type}: ${JSON.stringify(value)}`).toBe(true);
		expect(lines.length).toBeLessThanOrEqual(500);
		for (const { firstLine, lastLine } of lines) {
			expect(firstLine).toBeGreaterThanOrEqual(1);
			expect(lastLine).toBeGreaterThanOrEqual(firstLine);
			expect(lastLine).toBeLessThanOrEqual(last);
		}
	}
}

describe('the registry of parsers', () => {
	it('holds every parser of the folder', async () => {
		const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
		const modules: unknown[] = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
		const exported = modules.flatMap((module) => Object.values(module as object)).filter(isParser);
		expect(exported.length).toBeGreaterThan(20);
		expect(exported.filter((parser) => !parsers.includes(parser)).map(({ format }) => format)).toEqual([]);
	});

	it('has one parser for a format and one namespace for a parser', () => {
		expect(new Set(parsers.map(({ format }) => format)).size).toBe(parsers.length);
		expect(new Set(parsers.map(({ namespace }) => namespace)).size).toBe(parsers.length);
	});

	it.each(parsers.map((parser) => [parser.format, parser] as const))('%s declares its facts', (_format, parser) => {
		expect(parser.facts.length).toBeGreaterThan(0);
		for (const { name, meaning } of parser.facts) {
			expect(name).toMatch(new RegExp(`^${parser.namespace}\\.[a-z][A-Za-z0-9]*$`));
			expect(meaning).not.toBe('');
		}
		expect(new Set(parser.facts.map(({ name }) => name)).size).toBe(parser.facts.length);
	});

	it('survives any text', () => {
		const texts = cases.map(({ name }) => fixture(name));
		const words = fc.constantFrom(...new Set(texts.flatMap((text) => text.split(/(?<=\n)|(?<=[\s=<>"])/))));
		const anyText = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.string() }), { maxLength: 60 })
				.map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(fc.constantFrom(...parsers), anyText, (parser, text) => expectSound(parser, text)),
			{ numRuns: 2000 },
		);
	});

	it.each(parsers.map((parser) => [parser.format, parser] as const))(
		'%s states nothing of an answer to another question',
		(_format, parser) => {
			const { statements, partial } = parser.parse(
				inputOf('bash: line 1: no-such-program: command not found\n', { exitCode: 0 }),
			);
			if (statements.length > 0) expect(partial).toBe(true);
		},
	);
});

describe('a fixture', () => {
	it.each(cases)('$name is recognised as $format', ({ format, name }) => {
		expect(recognise(fixture(name), parsers)?.format).toBe(format);
	});

	it.each(cases)('$name is soundly read by every parser', ({ name }) => {
		for (const parser of parsers) expectSound(parser, fixture(name));
	});

	it.each(cases)('$name no longer says what its cited lines say without them', ({ format, name }) => {
		const parser = parserOf(format);
		const text = fixture(name);
		for (const statement of parser.parse(inputOf(text)).statements) {
			const isPositive = statement.value === true || (typeof statement.value === 'number' && statement.value > 0);
			if (!isPositive) continue;
			expect(statement.lines, `${statement.name} cites`).not.toEqual([]);
			const without = factsOf(parser, withoutLines(text, statement));
			expect(without[statement.name.slice(parser.namespace.length + 1)], statement.name).not.toEqual(statement.value);
		}
	});
});
