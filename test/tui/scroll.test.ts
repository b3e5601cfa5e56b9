import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capturedOf, documentOf, lines } from '../../src/tui/pane/content.ts';
import { clamp, type Geometry, isBefore, lastTop, moveBy, reveal, start, visibleRows } from '../../src/tui/pane/scroll.ts';
import { initialPane, movePane, type PaneCommand, settlePane } from '../../src/tui/pane/state.ts';

const heights = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 40 });
const geometry = fc
	.tuple(heights, fc.integer({ min: 1, max: 12 }))
	.map(([rows, height]): Geometry => ({ count: rows.length, height, rowsOf: (line) => rows[line] ?? 1 }));
const total = (g: Geometry): number => Array.from({ length: g.count }, (_, line) => g.rowsOf(line)).reduce((a, b) => a + b, 0);
const offset = (anchor: { line: number; row: number }, g: Geometry): number =>
	Array.from({ length: anchor.line }, (_, line) => g.rowsOf(line)).reduce((a, b) => a + b, 0) + anchor.row;

describe('scrolling', () => {
	test('the pane is full at its lowest place, or shows everything', () => {
		fc.assert(
			fc.property(geometry, (g) => {
				expect(visibleRows(lastTop(g), g).length).toBe(Math.min(g.height, total(g)));
			}),
		);
	});

	test('moving goes exactly as far as asked, but never beyond the content', () => {
		fc.assert(
			fc.property(geometry, fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (g, first, second) => {
				const from = moveBy(start, first, g);
				const to = moveBy(from, second, g);
				const lowest = Math.max(0, total(g) - g.height);
				expect(offset(from, g)).toBe(Math.max(0, Math.min(lowest, first)));
				expect(offset(to, g)).toBe(Math.max(0, Math.min(lowest, offset(from, g) + second)));
			}),
		);
	});

	test('a line that is revealed can be seen', () => {
		fc.assert(
			fc.property(geometry, fc.nat(60), fc.nat(60), (g, from, wanted) => {
				fc.pre(g.count > 0);
				const line = wanted % g.count;
				const top = reveal(line, moveBy(start, from, g), g);
				expect(visibleRows(top, g).some((each) => each.line === line)).toBe(true);
			}),
		);
	});

	test('clamping changes nothing that is already within', () => {
		fc.assert(
			fc.property(geometry, fc.nat(100), (g, by) => {
				const inside = moveBy(start, by, g);
				expect(clamp(inside, g)).toEqual(inside);
				expect(isBefore(lastTop(g), inside)).toBe(false);
			}),
		);
	});
});

const log = capturedOf([
	{
		heading: 'first',
		evidence: null,
		lines: ['a', 'b', 'needle', 'd', 'e', 'f', 'g', 'Needle', 'i', 'j'],
		marked: [{ firstLine: 6, lastLine: 7 }],
	},
	{ heading: null, evidence: null, lines: ['k', 'l', 'm'], marked: [{ firstLine: 2, lastLine: 2 }] },
]);
const plain: Geometry = { count: log.count, height: 4, rowsOf: () => 1 };
const run = (...commands: readonly PaneCommand[]) =>
	commands.reduce((state, each) => movePane(state, each, log, plain), initialPane(log, plain));

describe('a pane', () => {
	test('opens where its first marked line can be seen', () => {
		expect(log.marks).toEqual([6, 12]);
		expect(visibleRows(initialPane(log, plain).top, plain).map((row) => row.line)).toContain(6);
		expect(initialPane(documentOf(lines('a\nb')), plain).top).toEqual(start);
	});

	test('jumps from marked place to marked place, around the end', () => {
		expect(run({ type: 'mark', step: 1 }).at).toBe(12);
		expect(run({ type: 'mark', step: 1 }, { type: 'mark', step: 1 }).at).toBe(6);
		expect(run({ type: 'mark', step: -1 }).at).toBe(12);
	});

	test('finds text without regard to case, forwards and backwards, and says when there is none', () => {
		const found = run({ type: 'home' }, { type: 'search', query: 'NEEDLE' });
		expect(found.at).toBe(3);
		const next = movePane(found, { type: 'hit', step: 1 }, log, plain);
		expect(next.at).toBe(8);
		expect(movePane(next, { type: 'hit', step: 1 }, log, plain).at).toBe(3);
		expect(movePane(next, { type: 'hit', step: -1 }, log, plain).at).toBe(3);
		expect(run({ type: 'search', query: 'absent' }).missed).toBe(true);
	});

	test('moves sideways only while lines are not wrapped', () => {
		expect(run({ type: 'columns', by: 8 }).left).toBe(0);
		const unwrapped = run({ type: 'toggle-wrap' }, { type: 'columns', by: 8 });
		expect(unwrapped.left).toBe(8);
		expect(movePane(unwrapped, { type: 'toggle-wrap' }, log, plain).left).toBe(0);
	});

	const commands: fc.Arbitrary<PaneCommand> = fc.oneof(
		fc.record({ type: fc.constant('rows' as const), by: fc.integer({ min: -9, max: 9 }) }),
		fc.record({ type: fc.constant('pages' as const), by: fc.constantFrom(-1, 1) }),
		fc.record({ type: fc.constantFrom('home' as const, 'end' as const, 'toggle-wrap' as const) }),
		fc.record({ type: fc.constantFrom('mark' as const, 'hit' as const), step: fc.constantFrom(1 as const, -1 as const) }),
		fc.record({ type: fc.constant('search' as const), query: fc.constantFrom('', 'needle', 'zzz') }),
	);

	test('stays within its content after any keys and any change of the window', () => {
		fc.assert(
			fc.property(fc.array(commands, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (all, height) => {
				const end = settlePane(run(...all), { ...plain, height });
				expect(visibleRows(end.top, { ...plain, height }).length).toBe(Math.min(height, log.count));
				expect(end.left).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	test('marks the lines of a range only', () => {
		expect([5, 6, 7, 8, 12].map((index) => log.line(index).mark)).toEqual([false, true, true, false, true]);
	});
});
