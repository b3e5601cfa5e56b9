import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParserOutput } from '../../src/domain/index.ts';
import { backtraceParser } from '../../src/parsers/backtrace/index.ts';
import { goldens } from './backtrace-cases.ts';
import { citedBy, factsOf, fixture, inputOf } from './evidence.ts';

const names = Object.keys(goldens);
const trace = (name: string): string => fixture(`backtrace/${name}.txt`);
const parse = (text: string): ParserOutput => backtraceParser.parse(inputOf(text));
const eachLine = (text: string, change: (line: string) => string): string =>
	text
		.split('\n')
		.map((line, index, lines) => (index === lines.length - 1 && line === '' ? '' : change(line)))
		.join('\n');
const anyName = fc.constantFrom(...names);

/** Adds the same distance to everything that is an address: not to offsets, which are small. */
function moved(text: string, distance: bigint): string {
	return text.replace(
		/0x[0-9a-f]{7,16}\b/g,
		(word) => `0x${(BigInt(word) + distance).toString(16).padStart(word.length - 2, '0')}`,
	);
}

/** Breaks frames at blanks, as mail programs do, so that no line but one long word is wider. */
function wrapped(text: string, width: number): string {
	return eachLine(text, (line) => {
		if (!/^#\d+ /.test(line) || line.length <= width) return line;
		const lines: string[] = [''];
		for (const word of line.split(' ')) {
			const last = lines.at(-1) ?? '';
			if (last !== '' && last.length + word.length >= width) lines.push(word);
			else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
		}
		return lines.join('\n    ');
	});
}

describe('any trace', () => {
	it('says the same when it is quoted or has the line ends of another system', () => {
		for (const name of names) {
			const plain = parse(trace(name));
			expect(parse(eachLine(trace(name), (line) => `> ${line}`)), `${name} quoted`).toEqual(plain);
			expect(parse(eachLine(trace(name), (line) => `>> ${line}`)), `${name} quoted twice`).toEqual(plain);
			expect(parse(eachLine(trace(name), (line) => `${line}\r`)), `${name} with CRLF`).toEqual(plain);
		}
	});

	it('keeps its signature wherever the objects were loaded', () => {
		fc.assert(
			fc.property(anyName, fc.integer({ min: 1, max: 1 << 19 }), (name, pages) => {
				const signature = (text: string): unknown => parse(text).explanation?.signature;
				expect(signature(moved(trace(name), BigInt(pages) << 12n))).toEqual(signature(trace(name)));
			}),
		);
	});

	it('keeps its frames and its culprit when its lines are wrapped', () => {
		const numbered = names.filter((name) => name.startsWith('gdb-') && !/hard-wrapped|one-line|markdown|container/.test(name));
		fc.assert(
			fc.property(fc.constantFrom(...numbered), fc.integer({ min: 44, max: 79 }), (name, width) => {
				const { frames, culpritModule, threads } = factsOf(backtraceParser, trace(name));
				expect(factsOf(backtraceParser, wrapped(trace(name), width))).toMatchObject({
					frames,
					threads,
					...(culpritModule ? { culpritModule } : {}),
				});
			}),
			{ numRuns: 500 },
		);
	});

	it('is cited by lines that exist, all of the crashed stack among them', () => {
		for (const name of names) {
			const text = trace(name);
			const last = text.split('\n').length;
			for (const { lines, name: fact } of parse(text).statements) {
				for (const { firstLine, lastLine } of lines) {
					expect(firstLine, fact).toBeGreaterThanOrEqual(1);
					expect(lastLine, fact).toBeGreaterThanOrEqual(firstLine);
					expect(lastLine, fact).toBeLessThanOrEqual(last);
				}
			}
			const { frames } = factsOf(backtraceParser, text);
			const cited = citedBy(backtraceParser, text, 'crashingFunction').join('\n');
			if (cited === '' || !Array.isArray(frames)) continue;
			for (const frame of frames) {
				const isNamed = typeof frame === 'string' && /^\w+$/.test(frame);
				if (isNamed && text.includes(`${frame} `)) expect(cited, name).toContain(frame);
			}
		}
	});

	it('is survived in pieces, in any order', () => {
		const pieces = fc.constantFrom(...new Set(names.flatMap((name) => trace(name).split(/(?<=\n)|(?<=[ ()])/))));
		fc.assert(
			fc.property(
				fc.array(fc.oneof({ weight: 8, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), { maxLength: 80 }),
				(parts) => {
					const text = parts.join('');
					const { explanation } = parse(text);
					expect(explanation?.threads).toBeGreaterThanOrEqual(0);
					expect(backtraceParser.resemblance(text)).toBeLessThanOrEqual(1);
				},
			),
			{ numRuns: 1500 },
		);
	});
});
