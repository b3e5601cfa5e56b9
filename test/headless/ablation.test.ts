import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiagnoseAnswer } from '../../src/headless/index.ts';
import { diagnose, type Piece, readIncidents } from './evidence-session.ts';

type Told = DiagnoseAnswer['diagnoses'][number];

const real = join(import.meta.dirname, '../fixtures/real');
const formats: Readonly<Record<string, string>> = {
	'error-log.txt': 'error-log',
	'gdb.txt': 'backtrace',
	'httpd-run-config.txt': 'httpd-run-config',
	'kernel.txt': 'kernel-log',
	'limits.txt': 'process-limits',
	'logind-conf.txt': 'logind-conf',
	'mod-jk-log.txt': 'mod-jk-log',
	'terminal.txt': 'error-log',
};
const incidents = [
	...readIncidents(),
	...readdirSync(real).map((name) => ({
		name: `real ${name}`,
		evidence: readdirSync(join(real, name)).flatMap((file): readonly Piece[] => {
			const format = formats[file];
			return format === undefined
				? []
				: [{ format, file: `/evidence/${file}`, text: readFileSync(join(real, name, file), 'utf8') }];
		}),
	})),
];
const firmness = ['confirmed', 'likely', 'possible'];
/** Longer evidence is thinned out by a sample. */
const mostSingles = 12;

const placesOf = (findings: Told['findings']): ReadonlySet<string> =>
	new Set(
		findings.flatMap(({ citations }) =>
			citations.flatMap(({ file, firstLine, lastLine }) =>
				Array.from({ length: lastLine - firstLine + 1 }, (_, index) => `${file}:${firstLine + index}`),
			),
		),
	);

const without = (evidence: readonly Piece[], gone: ReadonlySet<string>): readonly Piece[] =>
	evidence.map((piece) => ({
		...piece,
		text: piece.text
			.split('\n')
			.filter((_, index) => !gone.has(`${piece.file}:${index + 1}`))
			.join('\n'),
	}));

const summary = ({ verdict, diagnoses }: DiagnoseAnswer) => ({
	verdict,
	diagnoses: diagnoses.map(({ id, status, culprit }) => `${id} ${status} ${culprit?.module ?? '-'}`),
});

describe.each(incidents)('the evidence of $name', ({ evidence }) => {
	it('no longer says as much without the lines that a diagnosis cites', async () => {
		for (const told of (await diagnose(evidence)).answer.diagnoses) {
			const places = placesOf(told.findings);
			expect(places.size, told.id).toBeGreaterThan(0);
			const { answer } = await diagnose(without(evidence, places));
			const same = answer.diagnoses.find((each) => each.id === told.id && each.culprit?.module === told.culprit?.module);
			if (same) expect(firmness.indexOf(same.status), told.id).toBeGreaterThan(firmness.indexOf(told.status));
		}
	});

	it('says the same without any other line, where something was diagnosed', async () => {
		const { answer } = await diagnose(evidence);
		if (answer.verdict !== 'diagnosed') return;
		const cited = placesOf(answer.diagnoses.flatMap((each) => each.findings));
		// A setting and a start speak by being there: without them, it is another server.
		const others = evidence
			.filter((piece) => ['error-log', 'backtrace', 'kernel-log', 'mod-jk-log'].includes(piece.format))
			.flatMap((piece) => piece.text.split('\n').map((text, index) => ({ text, place: `${piece.file}:${index + 1}` })))
			.filter(({ text, place }) => text !== '' && !cited.has(place) && !/configured -- resuming/.test(text));
		const step = Math.max(1, Math.ceil(others.length / mostSingles));
		for (const { place, text } of others.filter((_, index) => index % step === 0)) {
			expect(summary((await diagnose(without(evidence, new Set([place])))).answer), text).toEqual(summary(answer));
		}
	});
});
