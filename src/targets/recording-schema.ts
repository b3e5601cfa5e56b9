import { problemOf } from '../catalogue/index.ts';
import { type Capture, type Cause, type Problem, ProblemError, type SourceSpan } from '../domain/index.ts';
import type { RecordedEntry, Recording } from './recording.ts';

type Fields = Readonly<Record<string, unknown>>;
const problemKinds: readonly Problem['kind'][] = [
	'tool-missing',
	'not-found',
	'not-permitted',
	'deadline',
	'stopped',
	'output-cap',
	'not-text',
	'not-recorded',
	'failed',
];

/** Reads a recording from JSON. Throws a ProblemError that names the first field that is not as it should be. */
export function parseRecording(json: string): Recording {
	const parsed: unknown = JSON.parse(json);
	if (!isObject(parsed)) throw new ProblemError(problemOf('failed', 'recordingNoObject'));
	const recording = parsed;
	if (recording.schema !== 1)
		throw new ProblemError(problemOf('failed', 'schemaUnknown', { schema: JSON.stringify(recording.schema) ?? '' }));
	const hints = fields(recording.hints, 'hints');
	const hint = (name: string) => (hints[name] === undefined ? null : textOrNull(hints[name], `hints.${name}`));
	return {
		schema: 1,
		id: text(recording.id, 'id'),
		title: text(recording.title, 'title'),
		summary: text(recording.summary, 'summary'),
		hints: {
			httpd: hint('httpd'),
			config: hint('config'),
			errorLog: hint('errorLog'),
			core: hint('core'),
			since: hint('since'),
		},
		recordedAt: number(recording.recordedAt, 'recordedAt'),
		entries: list(recording.entries, 'entries').map((each, index) => entry(each, `entries[${index}]`)),
	};
}

function entry(value: unknown, place: string): RecordedEntry {
	const { request, capture } = fields(value, place);
	return { request: text(request, `${place}.request`), capture: captureOf(capture, `${place}.capture`) };
}

function captureOf(value: unknown, place: string): Capture {
	const capture = fields(value, place);
	return {
		text: text(capture.text, `${place}.text`),
		spans: list(capture.spans, `${place}.spans`).map((each, index) => span(each, `${place}.spans[${index}]`)),
		exitCode: capture.exitCode === null ? null : number(capture.exitCode, `${place}.exitCode`),
		durationMs: number(capture.durationMs, `${place}.durationMs`),
		truncated: truth(capture.truncated, `${place}.truncated`),
		problem: capture.problem === null ? null : problem(capture.problem, `${place}.problem`),
	};
}

function span(value: unknown, place: string): SourceSpan {
	const { path, firstLine, lines, sourceLine } = fields(value, place);
	return {
		path: text(path, `${place}.path`),
		firstLine: number(firstLine, `${place}.firstLine`),
		lines: number(lines, `${place}.lines`),
		sourceLine: sourceLine === null ? null : number(sourceLine, `${place}.sourceLine`),
	};
}

function problem(value: unknown, place: string): Problem {
	const { kind, message, advice, causes } = fields(value, place);
	const known = problemKinds.find((each) => each === kind);
	if (!known)
		throw new ProblemError(problemOf('failed', 'kindUnknown', { place: `${place}.kind`, kind: JSON.stringify(kind) ?? '' }));
	return {
		...{ kind: known, message: text(message, `${place}.message`), advice: text(advice, `${place}.advice`) },
		...(causes === undefined
			? {}
			: { causes: list(causes, `${place}.causes`).map((each, index) => cause(each, `${place}.causes[${index}]`)) }),
	};
}

function cause(given: unknown, place: string): Cause {
	const { id, values } = fields(given, place);
	const named = Object.entries(fields(values, `${place}.values`));
	return {
		id: text(id, `${place}.id`),
		values: Object.fromEntries(named.map(([name, each]) => [name, filling(each, `${place}.values.${name}`)])),
	};
}

function filling(value: unknown, place: string): Cause['values'][string] {
	if (value === null || typeof value === 'string') return value;
	return typeof value === 'number'
		? number(value, place)
		: list(value, place).map((each, index) => text(each, `${place}[${index}]`));
}

function fields(value: unknown, place: string): Fields {
	if (!isObject(value)) throw new ProblemError(problemOf('failed', 'noObject', { place }));
	return value;
}

function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown, place: string): readonly unknown[] {
	if (!Array.isArray(value)) throw new ProblemError(problemOf('failed', 'noList', { place }));
	return value;
}

function text(value: unknown, place: string): string {
	if (typeof value !== 'string') throw new ProblemError(problemOf('failed', 'noText', { place }));
	return value;
}

function textOrNull(value: unknown, place: string): string | null {
	return value === null ? null : text(value, place);
}

function number(value: unknown, place: string): number {
	if (typeof value !== 'number' || !Number.isFinite(value)) throw new ProblemError(problemOf('failed', 'noNumber', { place }));
	return value;
}

function truth(value: unknown, place: string): boolean {
	if (typeof value !== 'boolean') throw new ProblemError(problemOf('failed', 'noTruth', { place }));
	return value;
}
