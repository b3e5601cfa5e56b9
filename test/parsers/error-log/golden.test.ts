import { describe, expect, it } from 'vitest';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';
import { inputOf, withoutLines } from '../evidence.ts';
import { goldenOf, logNames, logText, readAsGolden } from './golden.ts';

describe.each(logNames)('the log %s', (name) => {
	it('says what it is expected to say', () => {
		expect(readAsGolden(logText(name))).toEqual(goldenOf(name));
	});

	it('says the same with the line ends of Windows', () => {
		expect(readAsGolden(logText(name).replaceAll('\n', '\r\n'))).toEqual(goldenOf(name));
	});

	it('says the same quoted in a mail', () => {
		expect(readAsGolden(logText(name).replace(/^/gm, '> ').replace(/> $/, ''))).toEqual(goldenOf(name));
	});

	it('states every count and every yes or no', () => {
		const stated = new Set(errorLogParser.parse(inputOf(logText(name))).statements.map((statement) => statement.name));
		const due = errorLogParser.facts.filter(
			({ type, name: fact }) => (type === 'int' && !/Line$|Interval|Pid$/.test(fact)) || type === 'bool',
		);
		expect(due.map((fact) => fact.name).filter((fact) => !stated.has(fact))).toEqual([]);
	});

	it('no longer says what its cited lines say without them', () => {
		const text = logText(name);
		for (const statement of errorLogParser.parse(inputOf(text)).statements) {
			const isCount = typeof statement.value === 'number' && statement.value > 0 && !statement.name.endsWith('Pid');
			if (statement.value !== true && !isCount) continue;
			expect(statement.lines, statement.name).not.toEqual([]);
			const { statements } = errorLogParser.parse(inputOf(withoutLines(text, statement)));
			expect(statements.find((each) => each.name === statement.name)?.value, statement.name).not.toEqual(statement.value);
		}
	});
});
