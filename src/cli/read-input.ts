import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tellProblem } from '../catalogue/index.ts';
import type { Capture, Format, LongText } from '../domain/index.ts';
import { exitCode } from '../headless/index.ts';
import { parsers } from '../parsers/index.ts';
import { longParserOf, recognise } from '../parsers/recognise.ts';
import { openTarget } from '../targets/index.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';
import { longBytes, longFile } from './long-file.ts';
import { createSpool, type Spool } from './spool.ts';

const mostBytes = 256 << 20;
/** Longer texts are read in pieces, where their format allows it. */
const heldBytes = 4 << 20;
/** Of a log its end is enough for a verdict, which comes at once; days of an ordinary one fit. */
const endBytes = 32 << 20;
/** Enough to tell what a file is. */
const sampleBytes = 32 << 10;
const whole = { spans: [], exitCode: null, durationMs: 0, truncated: false, problem: null } as const;
/** What grows line by line, the newest last. */
const logs: ReadonlySet<Format> = new Set(['error-log', 'rotated-error-log', 'mod-jk-log', 'access-log', 'kernel-log']);

/** A capture, or a text that is too long to be held and that its parser reads piece by piece. */
export type Input = Omit<Capture, 'text'> & { readonly text: string | LongText };

/**
 * A file, or standard input for `-`, as a target would capture it: of a log its end, of anything else as much as fits.
 * `format` is null where the text is to tell what it is.
 */
export async function readInput(file: string, format: Format | null): Promise<Input> {
	if (file === '-') return fromStandardInput(format);
	const { size, isFile } = await stat(file).then(
		(found) => ({ size: found.size, isFile: found.isFile() }),
		() => ({ size: 0, isFile: false }),
	);
	if (isFile && size > heldBytes && size <= mostBytes) {
		const long = longFile(file, size);
		const span = { path: resolve(file), firstLine: 1, lines: 0, sourceLine: 1 };
		if (isReadInPieces(long, format)) return { ...whole, text: long, spans: [span] };
	}
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

/** Whether the text is of a format that is read so; what is packed is none, and a file that cannot be read is told of elsewhere. */
function isReadInPieces(text: LongText, format: Format | null): boolean {
	try {
		return longParserOf(text, format, parsers) !== undefined;
	} catch {
		return false;
	}
}

async function fromStandardInput(format: Format | null): Promise<Input> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	let spool: Spool | null = null;
	let isLong: boolean | null = null;
	for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > mostBytes) throw new Failure(language.cli.told.tooMuchInput);
		if (spool) spool.add(chunk);
		else chunks.push(chunk);
		if (bytes <= heldBytes || isLong !== null) continue;
		isLong = isReadInPieces(longBytes(chunks), format);
		spool = isLong ? spooled(chunks) : null;
	}
	if (spool) return { ...whole, text: spool.text };
	return { ...whole, text: isLong === true ? longBytes(chunks) : Buffer.concat(chunks).toString('utf8') };
}

/** On disk what came so far; null where the disk does not take it: then it stays in memory. */
function spooled(chunks: Uint8Array[]): Spool | null {
	try {
		const spool = createSpool();
		for (const chunk of chunks) spool.add(chunk);
		chunks.length = 0;
		return spool;
	} catch {
		return null;
	}
}
