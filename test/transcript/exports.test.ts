import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seal } from '../../src/store/index.ts';
import { type ExportFormat, exportSession, extensionOf } from '../../src/transcript/index.ts';
import { everything, findingOn, noon, type Piece, partsOf, type Story } from './session.ts';

const formats = Object.keys(extensionOf) as readonly ExportFormat[];
const schema = z.fromJSONSchema(JSON.parse(readFileSync(new URL('../../docs/transcript.schema.json', import.meta.url), 'utf8')));

function write(format: ExportFormat, story: Story, choices: Partial<Parameters<typeof exportSession>[1]> = {}): string {
	const exported = exportSession(partsOf(story), { ...everything, ...choices, format });
	if (exported.kind === 'refused') throw new Error(JSON.stringify(exported.leaks));
	return exported.text;
}

const log: Piece = {
	id: 'error-log-1',
	format: 'error-log',
	source: '/var/log/apache2/error.log',
	text: Array.from(
		{ length: 200 },
		(_, index) =>
			`[Fri Nov 21 10:${String(Math.floor(index / 10) + 10)}:11.000000 2025] [core:notice] [pid 1] AH00051: child pid ${2000 + index} exit signal Segmentation fault (11)\n`,
	).join(''),
};

function diagnosisOn(piece: Piece, title = 'A module crashed') {
	return {
		...{ id: 'module-crash', title, status: 'confirmed' as const, isRisk: false, open: [] },
		culprit: { module: 'mod_x.so', file: null, function: null },
		findings: [findingOn(piece, 'It crashed')],
	};
}

const story: Story = {
	pieces: [{ ...log, facts: [{ name: 'log.childSegfaults', value: 200, citations: findingOn(log).citations, partial: false }] }],
	remedies: [
		{
			...{ id: 'mend', title: 'Mend it', kind: 'fix', risk: 'mutating', state: 'applied', verified: 'confirmed' },
			...{ actions: ['apachectl restart'], undo: ['by hand'], verification: 'It runs', log: ['done: apachectl restart'] },
		},
	],
	assessment: {
		verdict: 'diagnosed',
		diagnoses: [diagnosisOn(log)],
		ruledOut: [{ ...diagnosisOn(log, 'The lock was removed'), id: 'lock', status: 'ruled-out' }],
		missing: [{ facts: [], collector: null, why: 'It would decide', how: 'Run it' }],
	},
	more: [
		{ type: 'flow-chosen', flow: 'f' },
		{ type: 'step-entered', step: 'look' },
		{ type: 'collection-started', run: 1, collector: 'c', requests: ['cat /x'], risk: 'read' },
		{ type: 'noted', step: 'look', text: 'before lunch' },
		{ type: 'step-entered', step: 'judge' },
		{ type: 'noted', step: 'judge', text: 'after lunch' },
	],
};

describe('every export', () => {
	it.each(formats)('tells the conclusion: %s', (format) => {
		expect(write(format, story)).toContain('A module crashed');
	});

	it.each(formats.filter((format) => format !== 'summary'))('shows the line that a note is about: %s', (format) => {
		const place = { evidence: 'error-log-1', firstLine: 60, lastLine: 60 };
		const text = Array.from({ length: 200 }, (_, index) => `line ${index + 1} of the log\n`).join('');
		const pieces = [{ id: 'error-log-1', format: 'error-log', text }];
		const written = write(format, { pieces, more: [{ type: 'noted', step: null, text: 'it began here', place }] });
		expect(written).toContain('it began here');
		expect(written).toMatch(/error-log-1:60|"line": 60/);
		expect(written).toContain('line 60 of the log');
		expect(written).not.toContain('line 100 of the log');
	});

	it.each(formats)('is the same each time: %s', (format) => {
		expect(write(format, story)).toBe(write(format, story));
	});

	it.each(formats)('lets no foreign byte through: %s', (format) => {
		const hostile = fc.string({
			unit: fc.constantFrom(
				'\u001b[31m',
				'\u0007',
				'\u202e',
				'\u0000',
				'<b>',
				'"',
				'`',
				'```',
				'\\',
				'|',
				'\r',
				'x',
				' ',
				'\u009b',
				'&',
				"'",
				']]>',
				'-->',
			),
		});
		fc.assert(
			fc.property(hostile, (text) => {
				const piece: Piece = { id: 'x-1', format: 'unknown', text: `${text}\n`, source: `cat ${text}` };
				const file = write(format, {
					pieces: [piece],
					target: `root@${text}`,
					assessment: {
						diagnoses: [{ ...diagnosisOn(piece, text), findings: [findingOn(piece, text)] }],
						remarks: [findingOn(piece, text)],
					},
					more: [{ type: 'noted', step: null, text }],
				});
				// Only line ends and tabs are not printed; asciicast has its own colours, as JSON escapes.
				expect(file).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('Markdown', () => {
	it('has the parts that a ticket needs, in order', () => {
		const headings = [...write('markdown', story).matchAll(/^#{1,2} (.+)$/gm)].map((match) => match[1]);
		expect(headings).toEqual([
			...[
				'A module crashed — mod\\_x.so',
				'Summary',
				'A module crashed',
				'Ruled out',
				'Open',
				'Next',
				'Notes',
				'Timeline',
				'Evidence',
			],
		]);
	});

	it('fences output with more backticks than there are in it', () => {
		const text = write('markdown', { pieces: [{ id: 'x-1', format: 'unknown', text: '````\n# no heading\n' }] });
		expect(text).toContain('`````text\n````\n# no heading\n`````');
	});

	it('escapes markup and links in running text', () => {
		const text = write('markdown', {
			pieces: [],
			more: [{ type: 'noted', step: null, text: '[a](http://b) <img> *x* ![y](z)' }],
		});
		expect(text).toContain('\\[a\\](http\\://b) \\<img\\> \\*x\\* !\\[y\\](z)');
	});

	it('says what was left out', () => {
		expect(write('markdown', story)).toMatch(/… \d+ lines left out …/);
		const long = { id: 'x-1', format: 'unknown', text: `${'word '.repeat(2000)}\n` };
		expect(write('markdown', { pieces: [long] })).toContain('… 6000 characters left out');
	});
});

describe('HTML', () => {
	const html = write('html', story);

	it('needs nothing else and runs nothing', () => {
		expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import|\son\w+=/i);
		expect(html).toContain("default-src 'none'");
	});

	it('has styles for dark and for paper, and folds long output', () => {
		expect(html).toContain('prefers-color-scheme: dark');
		expect(html).toContain('@media print');
		expect(html).toMatch(/<details>\s*<summary>error-log-1: \d+ lines<\/summary>/);
		expect(html).toContain('<mark>');
	});

	it('makes foreign text text', () => {
		const text = write('html', { pieces: [{ id: 'x-1', format: 'unknown', text: `<script>alert("1")</script> & 'x'\n` }] });
		expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;');
	});
});

describe('JSON', () => {
	const chain = { session: '20251121-120000-abcdef', hashes: ['0'.repeat(64), 'a1'.repeat(32)] };
	const sealed = seal(write('json', story), 'json', chain);

	it('is as its schema says', () => {
		const result = schema.safeParse(JSON.parse(sealed));
		expect(result.error?.issues ?? []).toEqual([]);
	});

	it('is refused by the schema with a field too many or too few', () => {
		const json: Record<string, unknown> = JSON.parse(sealed);
		expect(schema.safeParse({ ...json, more: 1 }).success).toBe(false);
		const { verdict: _verdict, ...less } = json;
		expect(schema.safeParse(less).success).toBe(false);
		const { seal: _seal, ...unsealed } = json;
		expect(schema.safeParse(unsealed).success).toBe(false);
		expect(schema.safeParse({ ...json, verdict: 'perhaps' }).success).toBe(false);
	});
});

describe('asciicast', () => {
	const lines = write('asciicast', story)
		.trimEnd()
		.split('\n')
		.map((line): unknown => JSON.parse(line));

	it('has the header of version 3', () => {
		expect(lines[0]).toMatchObject({ version: 3, term: { cols: 100, rows: 30 }, timestamp: noon });
	});

	it('has events with intervals, and a marker for each step', () => {
		const events = lines.slice(1) as readonly (readonly [number, string, string])[];
		for (const [interval, code, data] of events) {
			expect(interval).toBeGreaterThanOrEqual(0);
			expect(interval).toBeLessThanOrEqual(2);
			expect(['o', 'm']).toContain(code);
			expect(typeof data).toBe('string');
			if (code === 'o') expect(data.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		}
		expect(events.filter(([, code]) => code === 'm').map(([, , data]) => data)).toEqual(['look', 'judge']);
	});
});

describe('the summary', () => {
	it('has at most forty lines, however much there is to say', () => {
		const many = Array.from({ length: 30 }, (_, index) => ({ ...diagnosisOn(log, `Diagnosis ${index}`), id: `d${index}` }));
		const text = write('summary', {
			pieces: [log],
			assessment: {
				verdict: 'diagnosed',
				diagnoses: many,
				ruledOut: many,
				missing: Array.from({ length: 30 }, (_, index) => ({
					facts: [],
					collector: null,
					why: `${index}`,
					how: 'x'.repeat(500),
				})),
				remarks: many.flatMap((each) => each.findings),
			},
		});
		const lines = text.trimEnd().split('\n');
		expect(lines.length).toBeLessThanOrEqual(40);
		for (const heading of ['Known:', 'Ruled out:', 'Open:', 'Next:']) expect(lines).toContain(heading);
		expect(text).toContain('and 25 more');
	});
});

describe('a part of an export', () => {
	it('begins at a step', () => {
		const text = write('text', story, { sinceStep: 'judge' });
		expect(text).toContain('after lunch');
		expect(text).not.toContain('before lunch');
		expect(text).not.toContain('-- error-log-1 --');
		expect(() => write('text', story, { sinceStep: 'nowhere' })).toThrow('its steps are look, judge');
	});

	it('is only what was asked for', () => {
		const text = write('markdown', story, { only: ['open', 'next'] });
		expect([...text.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(['Summary', 'Open', 'Next']);
	});
});
