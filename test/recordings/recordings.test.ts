import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../../scripts/recording/chosen.ts';
import { parseRecording, type Recording } from '../../src/targets/index.ts';
import { type CitationAnswer, type Diagnosed, diagnose } from '../lab/answer.ts';
import { scenarios } from '../lab/scenarios/index.ts';

const folder = join(import.meta.dirname, '../../recordings');
const names = readdirSync(folder).sort();
const exitCodes = { healthy: 0, diagnosed: 3, inconclusive: 4 } as const;
const mostBytes = 300_000;

/** Places of the lab and of the machine that recorded it. */
const traces = /httpd-medic-lab|httpd-medic-bundle|\/work\/|\/var\/tmp|\/home\/|node_modules|XDG_|PRIVATE KEY/;

/** What the recording holds at the cited lines. */
function recorded({ entries }: Recording, { file, firstLine, lastLine }: CitationAnswer): string[] {
	return entries.flatMap(({ request, capture }) => {
		const lines = capture.text.split('\n');
		const span = capture.spans.find(({ path }) => path === file);
		if (!span && request !== file) return [];
		const shift = span ? span.firstLine - (span.sourceLine ?? 1) : 0;
		return [lines.slice(firstLine - 1 + shift, lastLine + shift).join('\n')];
	});
}

describe('the recordings for practice', () => {
	it('are those that are chosen, in their order', () => {
		expect(names.map((name) => name.replace(/^\d+-|\.json$/g, ''))).toEqual(chosen.map(({ scenario }) => scenario));
	});
});

describe.each(names)('%s', (name) => {
	const path = join(folder, name);
	const json = readFileSync(path, 'utf8');
	const recording = parseRecording(json);
	const expected = scenarios.find(({ id }) => id === recording.id)?.expected;
	let home: string;
	let diagnosed: Diagnosed;
	beforeAll(async () => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-recording-'));
		diagnosed = await diagnose({ within: [], hints: ['--target', `recording:${path}`] }, home);
	});
	afterAll(() => rmSync(home, { recursive: true }));

	it('is small, and tells nothing of the machine that it was made on', () => {
		expect(Buffer.byteLength(json)).toBeLessThan(mostBytes);
		expect(json).not.toMatch(traces);
		expect(recording.title).not.toBe('');
		expect(recording.summary).not.toBe('');
	});

	it('is diagnosed as the server was that it was made of', () => {
		const { answer, exitCode, stderr } = diagnosed;
		const found = answer.diagnoses.map(({ id }) => id);
		expect(answer.verdict, stderr).toBe(expected?.verdict);
		expect(exitCode, stderr).toBe(exitCodes[answer.verdict]);
		expect(found).toEqual(expect.arrayContaining([...(expected?.diagnoses ?? ['a scenario of that id'])]));
		for (const id of expected?.not ?? []) expect(found).not.toContain(id);
		if (expected?.culprit) {
			const culprit = answer.diagnoses.find(({ id }) => id === expected.diagnoses[0])?.culprit;
			expect(culprit?.module).toBe(expected.culprit);
		}
	});

	it('holds the lines that the diagnosis rests on', () => {
		const citations = diagnosed.answer.diagnoses.flatMap(({ findings }) => findings.flatMap((finding) => finding.citations));
		if (expected?.verdict === 'diagnosed') expect(citations.length).toBeGreaterThan(0);
		for (const citation of citations) expect(recorded(recording, citation)).toContain(citation.text);
	});

	it('answers everything that is asked of it', () => {
		const unanswered = diagnosed.answer.evidence.filter(({ problem }) => problem?.includes('is not in this recording'));
		expect(unanswered.map(({ source }) => source)).toEqual([]);
	});
});
