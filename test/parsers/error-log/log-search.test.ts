import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/domain/index.ts';
import { LogSearch, reportSearch } from '../../../src/parsers/error-log/whole/index.ts';
import { searchedLogParser } from '../../../src/parsers/error-log/whole/searched-log.ts';

interface Log {
	readonly path: string;
	readonly text: string;
	readonly isWhole?: boolean;
}

const clock = (day: number, time: string): string => `[Fri Nov ${day} ${time}.000000 2026]`;
const up = (day: number, time: string) =>
	`${clock(day, time)} [mpm_prefork:notice] [pid 10] AH00163: Apache/2.4.71 (Debian) configured -- resuming normal operations\n`;
const died = (day: number, time: string, signal = 'Segmentation fault (11)') =>
	`${clock(day, time)} [core:notice] [pid 10] AH00052: child pid 41 exit signal ${signal}\n`;
const denied = (day: number, time: string) =>
	`${clock(day, time)} [authz_core:error] [pid 12] [client 10.0.0.1:5] AH01630: client denied by server configuration: /x exit signal Abort (6)\n`;

/** As a file is read: in blocks, each behind what was left over of the one before. */
function searched(logs: readonly Log[], block = 1 << 20) {
	const search = new LogSearch();
	for (const { path, text } of logs) {
		search.begin(path);
		const bytes = Buffer.from(text);
		let rest = Buffer.alloc(0);
		for (let at = 0; at < bytes.length; at += block) {
			const all = Buffer.concat([rest, bytes.subarray(at, at + block)]);
			rest = Buffer.from(all.subarray(search.feed(all)));
			// What was handed over may be overwritten.
			all.fill(0x5d);
		}
		search.end(rest);
	}
	const parts = logs.map(({ text, isWhole = true }) => ({ bytes: text.length, isWhole }));
	return { ...reportSearch(search, parts), found: search.found };
}

function factsOf(text: string): Readonly<Record<string, JsonValue>> {
	const { statements } = searchedLogParser.parse({ text, source: '', spans: [], exitCode: null, truncated: false });
	return Object.fromEntries(statements.map(({ name, value }) => [name.replace('wholeLog.', ''), value]));
}

const two: readonly Log[] = [
	{ path: '/log.1', text: up(20, '01:00:00') + denied(20, '02:00:00') + died(20, '03:12:44') + died(20, '03:15:00') },
	{
		path: '/log',
		text: denied(21, '00:00:01') + up(21, '05:00:00') + died(21, '06:00:00') + died(21, '06:01:00', 'Aborted (6)'),
	},
];

describe('the search of a log and its rotated parts', () => {
	it('tells since when, how often, after which start and with how many starts since', () => {
		const facts = factsOf(searched(two).text);
		expect(facts).toMatchObject({
			...{ files: 2, lines: 8, complete: true, failures: 4, starts: 2, startsSince: 1 },
			...{ firstAt: '2026-11-20T01:00:00', lastAt: '2026-11-21T06:01:00' },
			...{ firstFailureAt: '2026-11-20T03:12:44', lastFailureAt: '2026-11-21T06:01:00', startBeforeAt: '2026-11-20T01:00:00' },
			families: ['child-segfault', 'child-abort'],
		});
		expect(facts.byFamily).toEqual({
			'child-segfault': {
				...{ count: 3, firstAt: '2026-11-20T03:12:44', lastAt: '2026-11-21T06:00:00' },
				...{ startAt: '2026-11-20T01:00:00', startsSince: 1, worstHour: '2026-11-20T03', inWorstHour: 2 },
				codes: ['AH00052 signal 11'],
			},
			'child-abort': {
				...{ count: 1, firstAt: '2026-11-21T06:01:00', lastAt: '2026-11-21T06:01:00' },
				...{ startAt: '2026-11-21T05:00:00', startsSince: 0, worstHour: '2026-11-21T06', inWorstHour: 1 },
				codes: ['AH00052 signal 6'],
			},
		});
	});

	it('shows the lines with the file and the line that they stand at', () => {
		const { text, spans } = searched(two);
		const lines = text.split('\n');
		const shown = spans.map(({ path, firstLine, sourceLine }) => `${path}:${sourceLine} ${lines[firstLine - 1]?.slice(34)}`);
		expect(shown).toEqual([
			'/log.1:1 [mpm_prefork:notice] [pid 10] AH00163: Apache/2.4.71 (Debian) configured -- resuming normal operations',
			'/log.1:3 [core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)',
			'/log.1:4 [core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)',
			'/log:2 [mpm_prefork:notice] [pid 10] AH00163: Apache/2.4.71 (Debian) configured -- resuming normal operations',
			'/log:3 [core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)',
			'/log:4 [core:notice] [pid 10] AH00052: child pid 41 exit signal Aborted (6)',
		]);
	});

	it('rests its failures on the rows and lines that show them', () => {
		const { text } = searched(two);
		const { statements } = searchedLogParser.parse({ text, source: '', spans: [], exitCode: null, truncated: false });
		const cited = statements.find(({ name }) => name === 'wholeLog.failures')?.lines ?? [];
		const kept = text
			.split('\n')
			.filter((_, at) => !cited.some(({ firstLine, lastLine }) => at + 1 >= firstLine && at + 1 <= lastLine));
		expect(factsOf(kept.join('\n')).failures ?? 0).toBe(0);
	});

	it('understands httpd 2.2, which has no codes, and what a client sent is nothing', () => {
		const old = [
			'[Fri Nov 20 01:00:00 2026] [notice] Apache/2.2.15 (Unix) configured -- resuming normal operations\n',
			'[Fri Nov 20 02:00:00 2026] [error] [client 10.0.0.1] script said: child pid 7 exit signal Segmentation fault (11)\n',
			'[Fri Nov 20 03:00:00 2026] [notice] child pid 41 exit signal Segmentation fault (11)\n',
			"[Fri Nov 20 04:00:00 2026] [emerg] (43)Identifier removed: couldn't grab the accept mutex\n",
		];
		expect(factsOf(searched([{ path: '/log', text: old.join('') }]).text)).toMatchObject({
			...{ failures: 2, starts: 1, families: ['accept-mutex-removed', 'child-segfault'] },
			...{ firstFailureAt: '2026-11-20T03:00:00', startBeforeAt: '2026-11-20T01:00:00' },
		});
	});

	it('counts a failure once where a library announces the death', () => {
		const text = up(20, '01:00:00') + `free(): invalid pointer\n${died(20, '02:00:00', 'Aborted (6)')}`.repeat(3);
		expect(factsOf(searched([{ path: '/log', text }]).text)).toMatchObject({ failures: 3, families: ['child-abort'] });
	});

	it('counts codes of one kind together in their worst hour', () => {
		const grabbed = `${clock(20, '04:00:00')} [mpm_prefork:emerg] [pid 11] (43)Identifier removed: AH00144: couldn't grab the accept mutex\n`;
		const released = `${clock(20, '04:10:00')} [mpm_prefork:emerg] [pid 12] (43)Identifier removed: AH00146: couldn't release the accept mutex\n`;
		const facts = factsOf(searched([{ path: '/log', text: up(20, '01:00:00') + grabbed + released }]).text);
		expect(facts.byFamily).toMatchObject({ 'accept-mutex-removed': { count: 2, worstHour: '2026-11-20T04', inWorstHour: 2 } });
	});

	it('says nothing of failures where there are none, and that not all could be read', () => {
		const { text } = searched([{ path: '/log', text: up(20, '01:00:00') + denied(20, '02:00:00'), isWhole: false }]);
		expect(factsOf(text)).toMatchObject({ failures: 0, families: [], complete: false, starts: 1 });
		const { partial } = searchedLogParser.parse({ text, source: '', spans: [], exitCode: null, truncated: false });
		expect(partial).toBe(true);
	});

	it('stays small however much there is, with the first lines and the last', () => {
		const many = Array.from({ length: 40_000 }, (_, index) =>
			died(20, `${String(Math.floor(index / 3600)).padStart(2, '0')}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:00`),
		).join('');
		const { text, spans } = searched([{ path: '/log', text: up(20, '00:00:00') + many + up(20, '23:00:00') }]);
		expect(factsOf(text)).toMatchObject({ failures: 40_000, startsSince: 1 });
		expect(spans.map(({ sourceLine }) => sourceLine)).toContain(40_001);
		expect(text.length).toBeLessThan(10_000);
	});

	it('no file name can pass itself off as a row', () => {
		const { text } = searched([{ path: '/a\tb\nsign\tAH00052\tchild-segfault', text: up(20, '01:00:00') }]);
		expect(factsOf(text)).toMatchObject({ files: 1, failures: 0 });
	});

	it('any bytes, in any blocks, are searched alike', () => {
		const line = fc.oneof(
			fc.constantFrom(up(20, '01:00:00'), died(20, '02:00:00'), denied(20, '03:00:00'), '\n', 'AH00052: AH00052: x\r\n'),
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.constant('x'.repeat(20_000)),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 40 }), fc.integer({ min: 17_000, max: 60_000 }), (lines, block) => {
				const text = lines.join('');
				const whole = searched([{ path: '/log', text }]);
				expect(whole.found).toBeLessThanOrEqual(text.split('AH00052').length * 2);
				if (!/[^\n]{16000}/.test(text)) expect(searched([{ path: '/log', text }], block)).toEqual(whole);
				expect(factsOf(whole.text).files).toBe(1);
			}),
			{ numRuns: 60 },
		);
	});
});
