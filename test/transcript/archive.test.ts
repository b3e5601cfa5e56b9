import { describe, expect, it } from 'vitest';
import { archiving, redactSession, type Work } from '../../src/transcript/index.ts';
import { planted } from './planted.ts';
import { archiveOf, everything, noon, partsOf } from './session.ts';

const choices = { ...everything, format: 'markdown' } as const;
const pieces = planted.map(({ format, before, secret, after }, index) => ({
	...{ id: `piece-${index}`, format: format === 'backtrace' ? 'unknown' : format },
	text: `${'an ordinary line\n'.repeat(100)}${before}${secret}${after}\n${'another one\n'.repeat(100)}`,
}));
const fewer = pieces.filter((_, index) => planted[index]?.kind !== 'backtrace');

describe('a session as an archive', () => {
	it('holds the report and the whole evidence, without any planted secret', () => {
		const files = archiveOf(partsOf({ pieces: fewer }), choices).files;
		expect(files.map(({ name }) => name)).toEqual(['report.md', ...fewer.map(({ id }) => `evidence/${id}.txt`)]);
		for (const { text, leaks } of files) {
			expect(leaks).toEqual([]);
			for (const { kind, secret } of planted) expect(kind !== 'backtrace' && text.includes(secret)).toBe(false);
		}
		for (const [index, { text }] of files.slice(1).entries()) {
			expect(text.split('\n')).toHaveLength(fewer[index]?.text.split('\n').length ?? 0);
			expect(text.startsWith('an ordinary line\n'.repeat(100))).toBe(true);
			expect(text.endsWith('another one\n'.repeat(100))).toBe(true);
		}
	});

	it('reports what is hidden on lines that a report does not show, too', () => {
		const parts = partsOf({
			pieces: [{ id: 'x-1', format: 'unknown', text: `${'\n'.repeat(100)}DB_PASSWORD=hunter2x9\n${'\n'.repeat(100)}` }],
		});
		expect(redactSession(parts, choices).report).toEqual([]);
		expect(archiveOf(parts, choices).report).toMatchObject([{ file: '/evidence/x-1', lines: [101] }]);
	});

	it('says in which file a secret of no known kind is left', () => {
		const text = `${'\n'.repeat(100)}the token we use: Zq8Lw3Kx9Vb2Nm5Tr7Yp\n${'\n'.repeat(100)}`;
		const files = archiveOf(partsOf({ pieces: [{ id: 'x-1', format: 'unknown', text }] }), choices).files;
		expect(files.map(({ name, leaks }) => [name, leaks.map(({ kind, line }) => [kind, line])])).toEqual([
			['report.md', []],
			['evidence/x-1.txt', [['suspected', 101]]],
		]);
	});

	it('is made in pieces that take all evidence twice, and holds it line for line', () => {
		const line = 'an ordinary line that is read in one of many pieces\n';
		const text = `${line.repeat(2000)}DB_PASSWORD=hunter2x9\n\n${line.repeat(3000)}and hunter2x9 again`;
		const parts = partsOf({ pieces: [{ id: 'x-1', format: 'unknown', text }] });
		let taken = 0;
		let pieces = 0;
		const count = <Value>(work: Work<Value>): Value => {
			for (;;) {
				const step = work.next();
				if (step.done) return step.value;
				taken += step.value;
				pieces += 1;
			}
		};
		const { files } = count(archiving(parts, choices));
		const [, evidence] = files.map((make) => count(make()));
		expect(evidence).toMatchObject({ text: text.replaceAll('hunter2x9', '[secret-1]'), leaks: [] });
		expect(Math.round(taken / 1000)).toBe(Math.round((2 * text.length) / 1000));
		expect(pieces).toBeGreaterThan(20);
	});

	it('tells the line of what is left far into a file', () => {
		const text = `${'\n'.repeat(200_000)}the token we use: Zq8Lw3Kx9Vb2Nm5Tr7Yp\n`;
		const [, evidence] = archiveOf(partsOf({ pieces: [{ id: 'x-1', format: 'unknown', text }] }), choices).files;
		expect(evidence?.leaks).toMatchObject([{ kind: 'suspected', line: 200_001 }]);
	});

	it('holds only what was asked for', () => {
		const parts = partsOf({ pieces: [{ id: 'x-1', format: 'unknown', text: 'x\n' }] });
		const names = (more: Partial<typeof choices> | { only: readonly ['open'] }) =>
			archiveOf(parts, { ...choices, ...more }).files.map(({ name }) => name);
		expect(names({ only: ['open'] })).toEqual(['report.md']);
	});

	it('holds only what was captured since a step', () => {
		const parts = partsOf({
			pieces: [{ id: 'early', format: 'unknown', text: 'x\n' }],
			more: [{ type: 'step-entered', step: 'look' }],
		});
		expect(parts.events.at(-1)?.at).toBeGreaterThan(noon);
		const files = archiveOf(parts, { ...choices, sinceStep: 'look' }).files;
		expect(files.map(({ name }) => name)).toEqual(['report.md']);
	});
});

describe('what the operator has chosen for all exports', () => {
	const story = (more: Parameters<typeof partsOf>[0]['more']) =>
		partsOf({ pieces: [{ id: 'x-1', format: 'unknown', text: 'the Bluebird project on 10.1.2.3\n' }], ...(more && { more }) });
	const shown = (
		more: Parameters<typeof partsOf>[0]['more'],
		own: Partial<typeof everything> | { hide: readonly string[] } = {},
	) => String(redactSession(story(more), { ...everything, ...own }).transcript.evidence[0]?.excerpt[0]?.text);

	it('holds for the next export, and can be taken back', () => {
		const chosen = { type: 'redaction-chosen', hide: ['Bluebird'], keep: ['ipv4'] } as const;
		expect(shown([])).toBe('the Bluebird project on ip-1.1.1.1');
		expect(shown([chosen])).toBe('the [hidden-1] project on 10.1.2.3');
		expect(shown([chosen], { hide: ['project'] })).toBe('the [hidden-1] [hidden-2] on 10.1.2.3');
		expect(shown([chosen, { ...chosen, hide: [], keep: [] }])).toBe('the Bluebird project on ip-1.1.1.1');
	});

	it('is told without the text itself', () => {
		const { transcript } = redactSession(story([{ type: 'redaction-chosen', hide: ['Bluebird'], keep: ['ipv4'] }]), everything);
		expect(transcript.timeline.map(({ text }) => text)).toContain(
			"Exports hide 1 texts of the operator's own; rules lifted: ipv4.",
		);
	});
});
