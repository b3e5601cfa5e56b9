import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tellProblem } from '../catalogue/index.ts';
import type { Capture, Format } from '../domain/index.ts';
import { exitCode } from '../headless/index.ts';
import { parsers } from '../parsers/index.ts';
import { recognise } from '../parsers/recognise.ts';
import { openTarget } from '../targets/index.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';

const mostBytes = 256 << 20;
/** Of a log its end is enough for a verdict, which comes at once; days of an ordinary one fit. */
const endBytes = 32 << 20;
/** Enough to tell what a file is. */
const sampleBytes = 32 << 10;
/** What grows line by line, the newest last. */
const logs: ReadonlySet<Format> = new Set(['error-log', 'rotated-error-log', 'mod-jk-log', 'access-log', 'kernel-log']);

/**
 * A file, or standard input for `-`, as a target would capture it: of a log its end, of anything else as much as fits.
 * `format` is null where the text is to tell what it is.
 */
export async function readInput(file: string, format: Format | null): Promise<Capture> {
	if (file === '-') return fromStandardInput();
	const size = await stat(file).then(
		(found) => found.size,
		() => 0,
	);
	// Little is read to tell what a large file is; what is packed may be larger than it seems.
	const first = await readEnd(file, size > endBytes ? sampleBytes : endBytes);
	const most = isLog(first.text, format) ? endBytes : mostBytes;
	const isEnough = first.problem?.kind !== 'output-cap' || (most === endBytes && size <= endBytes);
	const capture = isEnough ? first : await readEnd(file, most);
	const { problem } = capture;
	if (problem !== null && capture.text === '') {
		const { message, advice } = tellProblem(problem, language.session.problems);
		throw new Failure(`${message}: ${advice}`, exitCode.unreachable);
	}
	return capture;
}

async function readEnd(file: string, maxBytes: number): Promise<Capture> {
	const target = await openTarget('local');
	return target.perform(
		{ kind: 'read-files', paths: [resolve(file)], from: 'end', risk: 'read', deadlineMs: 60_000, maxBytes },
		new AbortController().signal,
	);
}

function isLog(text: string, named: Format | null): boolean {
	const format = named ?? recognise(text.slice(-sampleBytes), parsers)?.format;
	return format !== undefined && logs.has(format);
}

async function fromStandardInput(): Promise<Capture> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of process.stdin) {
		const buffer = Buffer.from(chunk as Uint8Array);
		bytes += buffer.length;
		if (bytes > mostBytes) throw new Failure(language.cli.told.tooMuchInput);
		chunks.push(buffer);
	}
	const text = Buffer.concat(chunks).toString('utf8');
	return { text, spans: [], exitCode: null, durationMs: 0, truncated: false, problem: null };
}
