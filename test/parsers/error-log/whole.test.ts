import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	CodeScan,
	summariseCodes,
	summariseLines,
	tellsOfServer,
	type WholeSummary,
	WholeLog,
} from '../../../src/parsers/error-log/whole/index.ts';

interface Reader {
	readonly feed: (bytes: Buffer) => number;
	readonly end: (bytes: Buffer) => void;
}

/** Brings the bytes as a file is read: in blocks, each behind what was left over of the one before. */
function bring(reader: Reader, bytes: Buffer, blockOf: (turn: number) => number): void {
	let rest = Buffer.alloc(0);
	let turn = 0;
	for (let at = 0; at < bytes.length; turn++) {
		const size = Math.max(1, blockOf(turn));
		const block = Buffer.concat([rest, bytes.subarray(at, at + size)]);
		at += size;
		const done = reader.feed(block);
		rest = Buffer.from(block.subarray(done));
		// What was handed over may be overwritten.
		block.fill(0x5d);
	}
	reader.end(rest);
}

function everyLine(text: string | Buffer, block = 1 << 20): WholeSummary {
	const log = new WholeLog();
	bring(log, Buffer.from(text), () => block);
	return summariseLines(log);
}

function codesOf(text: string | Buffer, block = 1 << 20): WholeSummary {
	const scan = new CodeScan();
	bring(scan, Buffer.from(text), () => block);
	return summariseCodes(scan);
}

const counts = ({ codes }: WholeSummary) => Object.fromEntries(codes.map(({ code, count }) => [code, count]));
const died =
	'[Sat Nov 21 10:15:30.123456 2026] [core:notice] [pid 17:tid 139] AH00052: child pid 99 exit signal Segmentation fault (11)';
const denied =
	'[Sat Nov 21 10:15:31.500000 2026] [authz_core:error] [pid 18:tid 139] (13)Permission denied: [client 203.0.113.7:5123] AH01630: client denied';
const debug =
	'[Sat Nov 21 10:16:31.000001 2026] [ssl:debug] [pid 18:tid 1] ssl_engine_kernel.c(377): [client 2001:db8::1:51234] AH02034: Initial request';

describe('one line', () => {
	it('tells of the server by its code, or as httpd wrote before it had codes', () => {
		expect(tellsOfServer(died)).toBe(true);
		expect(tellsOfServer('[Sat Nov 21 10:00:00 2026] [notice] child pid 9 exit signal Segmentation fault (11)')).toBe(true);
		expect(tellsOfServer(denied)).toBe(false);
		expect(tellsOfServer('words')).toBe(false);
	});
});

describe('every line of a whole log', () => {
	it('tells codes, modules, clients, times and the worst minute', () => {
		const { codes, lines } = everyLine(`${[died, died, denied, debug].join('\n')}\n`);
		expect(codes[0]).toEqual({
			...{ code: 'AH00052', kind: 'child-signal', count: 2, inWorstMinute: 2 },
			...{ firstAt: '2026-11-21T10:15:30', lastAt: '2026-11-21T10:15:30', worstMinute: '2026-11-21T10:15' },
		});
		expect(codes.map(({ code, kind }) => [code, kind])).toEqual([
			['AH00052', 'child-signal'],
			['AH01630', null],
			['AH02034', null],
		]);
		expect(lines).toMatchObject({ all: { count: 4, inWorstMinute: 3, lastAt: '2026-11-21T10:16:31' }, dated: 4 });
		expect(lines?.tags.map(({ name, count }) => [name, count])).toEqual([
			['core:notice', 2],
			['authz_core:error', 1],
			['ssl:debug', 1],
		]);
	});

	it('reads a client by its address, from one line in sixteen', () => {
		const { lines } = everyLine(`${denied}\n`.repeat(32));
		expect(lines?.clients.map(({ name, count }) => [name, count])).toEqual([['203.0.113.7', 32]]);
	});

	it('reads syslog, the old form and lines without a head', () => {
		const text = [
			'Nov 21 10:00:00 web apache2[7]: [core:notice] [pid 7] AH00052: child pid 9 exit signal Aborted (6)',
			'2026-11-21T10:00:01.000+00:00 web httpd[7]: AH00051: child pid 9 exit signal Bus error (7), possible coredump in /tmp',
			'[Sat Nov 21 10:00:02 2026] [error] [client 203.0.113.7] File does not exist: /srv',
			'AH00558: apache2: Could not reliably determine the name',
			'no code: AH123456789: and XAH00052: and AH0005: and AH00052 alone',
		].join('\n');
		expect(counts(everyLine(text))).toEqual({ AH00051: 1, AH00052: 1, AH00558: 1 });
		expect(everyLine(text).lines?.tags.map(({ name }) => name)).toEqual(['error']);
		expect(everyLine(text).codes.find(({ code }) => code === 'AH00051')?.lastAt).toBe('2026-11-21T10:00:01');
	});

	it('counts no code that a request brought into a line', () => {
		expect(counts(everyLine(`${denied} AH00052: forged\n`))).toEqual({ AH01630: 1 });
	});

	it('keeps the worst minute apart from another that comes later', () => {
		const at = (minute: number) => died.replace('10:15', `10:${minute}`);
		const [code] = everyLine([at(15), at(16), at(16), at(16), at(17), at(17)].join('\n')).codes;
		expect(code).toMatchObject({ count: 6, worstMinute: '2026-11-21T10:16', inWorstMinute: 3 });
	});

	it('tells the failures of the lines that matter by family', () => {
		const { explanation } = everyLine(`${denied}\n`.repeat(50) + `${died}\n`.repeat(3));
		expect(explanation).toMatchObject({ primary: 'child-segfault' });
	});
});

describe.each([
	['every line', everyLine],
	['codes', codesOf],
] as const)('%s, whatever the bytes are', (_, read) => {
	it('takes CRLF, an end without a newline, zeros and bytes that are no UTF-8', () => {
		const zeros = Buffer.concat([
			Buffer.alloc(70_000),
			Buffer.from(`\n${died}\r\n`),
			Buffer.from([0xff, 0xfe, 0x0a]),
			Buffer.from(died),
		]);
		expect(counts(read(zeros))).toEqual({ AH00052: 2 });
		expect(read(zeros).codes[0]?.lastAt).toBe('2026-11-21T10:15:30');
		expect(counts(read(''))).toEqual({});
		expect(counts(read('\n\n\r\n'))).toEqual({});
	});

	it('gets past a line of 10 MB', () => {
		const long = Buffer.concat([Buffer.from(`${died}\n`), Buffer.alloc(10_000_000, 'x'), Buffer.from(`\n${died}\n`)]);
		for (const block of [4096, 65_536, 1 << 20]) expect(counts(read(long, block))).toEqual({ AH00052: 2 });
	});

	it('finds a code on the border of two blocks, wherever it is', () => {
		const text = `${denied}\n${died}\n${denied}\n`;
		for (let block = 1; block < text.length; block++) expect(counts(read(text, block))).toEqual({ AH00052: 1, AH01630: 2 });
	});

	it('keeps a limited number of lines', () => {
		expect(read(`${died}\n`.repeat(2500))).toMatchObject({ onlyCounted: 500, codes: [{ count: 2500 }] });
	});

	it('says the same however the file is cut into blocks', () => {
		fc.assert(
			fc.property(
				fc.array(lineArbitrary, { maxLength: 40 }),
				fc.infiniteStream(fc.integer({ min: 1, max: 400 })),
				(lines, sizes) => {
					const bytes = Buffer.concat(lines.map((line) => Buffer.concat([line, Buffer.from('\n')])));
					const cut = read === everyLine ? new WholeLog() : new CodeScan();
					const blocks = [...sizes.take(2000)];
					bring(cut, bytes, (turn) => blocks[turn % blocks.length] ?? 1);
					const summary = cut instanceof WholeLog ? summariseLines(cut) : summariseCodes(cut);
					expect(summary).toEqual(read(bytes));
				},
			),
			{ numRuns: 200 },
		);
	});

	it('counts what a reader of one line after the other counts', () => {
		fc.assert(
			fc.property(fc.array(plainLine, { maxLength: 60 }), (lines) => {
				expect(counts(read(lines.join('\n'), 97))).toEqual(naive(lines));
			}),
			{ numRuns: 200 },
		);
	});
});

const head = fc
	.record({
		minute: fc.integer({ min: 10, max: 13 }),
		tag: fc.constantFrom('core:notice', 'ssl:info', 'error'),
		pid: fc.nat(99_999),
	})
	.map(({ minute, tag, pid }) => `[Sat Nov 21 10:${minute}:05.000001 2026] [${tag}] [pid ${pid}] `);
const message = fc.oneof(
	fc.integer({ min: 50, max: 60 }).map((code) => `AH000${code}: child pid 9 exit signal Aborted (6)`),
	fc.integer({ min: 1000, max: 1030 }).map((code) => `AH0${code}: words`),
	fc.constantFrom('words', 'AHA!', 'A', ''),
);
const plainLine = fc.tuple(head, message).map(([before, after]) => before + after);
const lineArbitrary = fc.oneof(
	plainLine.map((line) => Buffer.from(line)),
	fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
	fc.string({ maxLength: 40 }).map((text) => Buffer.from(`[${text}`)),
);

/** By a pattern on each line. */
function naive(lines: readonly string[]): Readonly<Record<string, number>> {
	const found = lines.flatMap((line) => /^\[[^\]]*\] \[[^\]]*\] \[[^\]]*\] (AH\d{5,6}):/.exec(line)?.[1] ?? []);
	return Object.fromEntries([...Map.groupBy(found, (code) => code)].map(([code, all]) => [code, all.length]));
}
