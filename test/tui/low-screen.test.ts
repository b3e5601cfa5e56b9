import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Screen } from '../../src/session/screen-types.ts';
import { allot } from '../../src/tui/text/allot.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { inFlow } from './fake-session.ts';
import { expectFrame } from './frame.ts';
import { keys, stage } from './stage.ts';

const log = Array.from({ length: 300 }, (_, index) => `[core:notice] evidence ${index + 1}${' and more words'.repeat(9)}`).join(
	'\n',
);
const cited = { ...screens.judge.finding, proofs: [{ evidence: 'e1', firstLine: 200, lastLine: 220, place: 'error.log:200' }] };
const several = { ...screens.finishedCollect, items: ['a', 'b', 'c', 'd', 'e'].map((collector) => screens.item({ collector })) };
const place = `/tmp/${'a-long-folder/'.repeat(4)}error.log`;
const places = [200, 205, 210].map((line) => ({
	evidence: 'e1',
	firstLine: line,
	lastLine: line + 1,
	place: `${place}:${line}`,
}));
const judge = { ...screens.judge, finding: cited };
const diagnosis = {
	...screens.diagnosis,
	diagnoses: screens.diagnosis.diagnoses.map((each) => ({ ...each, findings: [cited] })),
};

/** Rows that hold a piece of the captured text. */
async function evidenceRows(
	body: Screen['body'],
	columns: number,
	rows: number,
	pressed: readonly string[] = [],
): Promise<number> {
	const screen = { ...screens.screenOf(body, [...inFlow, 'continue', 'override', 'watch']), warnings: ['a warning'] };
	const drawn = await stage(fakeWizard(fakeHandle({ screen, texts: { e1: log } })).tree, columns, rows);
	await drawn.press(...pressed);
	expectFrame(drawn, columns, rows);
	const shown = drawn.rows().filter((row) => /^[▌» ] +\S*.*(?:evidence|more|words)/.test(row) && !row.includes('more:'));
	drawn.close();
	return shown.length;
}

describe.each([
	[60, 20],
	[80, 20],
	[80, 24],
])('on %i columns and %i rows', (columns, rows) => {
	test('most of the screen of a collection is evidence', async () => {
		expect(await evidenceRows(several, columns, rows)).toBeGreaterThanOrEqual(8);
	});

	test('cited lines stand below a verdict, whatever the reason and the statement are', async () => {
		const long = { ...judge, why: screens.long, finding: { ...cited, statement: screens.long } };
		expect(await evidenceRows(long, columns, rows)).toBeGreaterThanOrEqual(5);
	});

	test('and where they stand takes more than one row', async () => {
		const long = { ...judge, why: screens.long, finding: { ...cited, proofs: places, statement: screens.long } };
		expect(await evidenceRows(long, columns, rows)).toBeGreaterThanOrEqual(5);
	});

	test('a result is shown with its lines', async () => {
		expect(await evidenceRows(diagnosis, columns, rows, [' '])).toBeGreaterThanOrEqual(5);
	});

	test('a text that has the keys gets what the list does not need', async () => {
		const before = await evidenceRows(several, columns, rows);
		expect(await evidenceRows(several, columns, rows, [keys.tab])).toBeGreaterThan(before);
	});
});

test.each([
	[60, 15],
	[59, 40],
	[20, 5],
	[1, 1],
])('at %i columns and %i rows there is one message and nothing else', async (columns, rows) => {
	const drawn = await stage(fakeWizard(fakeHandle({ screen: screens.screenOf(several, inFlow) })).tree, columns, rows);
	expect(drawn.text().replaceAll(/\s+/g, '')).toMatch(/^(?:Thisterminalistoosmall|T)/);
	expect(drawn.rows().length).toBeLessThanOrEqual(Math.max(1, rows - 1));
	for (const row of drawn.rows()) expect(row.length).toBeLessThanOrEqual(columns);
	await drawn.resize(60, 20);
	expectFrame(drawn, 60, 20);
	drawn.close();
});

test('rows are divided by weight, and never more than there are', () => {
	const wish = fc
		.record({ least: fc.nat(9), most: fc.nat(20) })
		.map(({ least, most }) => ({ least, most: Math.max(least, most) }));
	fc.assert(
		fc.property(fc.nat(40), wish, wish, wish, (rows, a, b, c) => {
			const given = allot(rows, { a, b, c });
			expect(given.a + given.b + given.c).toBe(Math.min(rows, a.most + b.most + c.most));
			for (const [name, { least, most }] of Object.entries({ a, b, c })) {
				const got = given[name as 'a' | 'b' | 'c'];
				expect(got).toBeLessThanOrEqual(most);
				if (rows >= a.least + b.least + c.least) expect(got).toBeGreaterThanOrEqual(least);
			}
			if (given.b > b.least) expect(given.a).toBe(a.most);
		}),
	);
});
