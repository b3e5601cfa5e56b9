import { causeOf, problemFor, problemOf } from '../catalogue/index.ts';
import type { Capture, Problem, ReadFilesRequest, SourceSpan } from '../domain/index.ts';
import { type Watch, withinDeadline } from './deadline.ts';
import { type FilePart, readPart } from './file-part.ts';
import type { FileTree } from './file-tree.ts';
import { countLines } from './file-window.ts';
import { findFiles } from './find-files.ts';
import { withFinalNewline } from './output.ts';

/**
 * Reads files into one capture. `maxBytes` is kept of all of them together: when reading from the end, the file that
 * was written last gets its share first. Never rejects, never waits for a named pipe or a device.
 */
export function readFiles(tree: FileTree, request: ReadFilesRequest, signal: AbortSignal): Promise<Capture> {
	return withinDeadline(request, signal, { doing: 'read', what: request.paths }, (watch) => readAll(tree, request, watch));
}

async function readAll(tree: FileTree, request: ReadFilesRequest, watch: Watch): Promise<Capture> {
	const interrupted = () => watch.interruption() !== null;
	const { files, problems } = await findFiles(tree, request, interrupted);
	const order = [...files.keys()];
	if (request.from === 'end')
		order.sort((left, right) => (files[right]?.modifiedAt ?? 0) - (files[left]?.modifiedAt ?? 0) || right - left);
	const parts = new Map<number, FilePart>();
	let room = request.maxBytes;
	for (const index of order) {
		const file = files[index];
		if (!file || interrupted()) continue;
		const part = await readPart(tree, file.path, { from: request.from, maxBytes: room, interrupted });
		room -= part.bytes.length;
		parts.set(index, part);
	}
	// A file may vanish between the look and the reading: then it is one of the missing.
	const read = files.flatMap((_, index) => parts.get(index) ?? []).filter((part) => part.problem?.kind !== 'not-found');
	const all = [...problems, ...read.flatMap((part) => part.problem ?? [])];
	const nothing = read.length === 0 && all.length === 0 && !interrupted();
	return {
		...compose(read.filter((part) => part.bytes.length > 0 || part.problem === null)),
		exitCode: null,
		durationMs: 0,
		truncated: interrupted() || problems.length > 0 || read.some((part) => part.cut),
		problem: watch.interruption() ?? (nothing ? missingProblem(request.paths) : gravest(all)),
	};
}

function compose(parts: readonly FilePart[]): Pick<Capture, 'text' | 'spans'> {
	const texts: string[] = [];
	const spans: SourceSpan[] = [];
	let firstLine = 1;
	for (const { path, bytes, sourceLine } of parts) {
		const lines = countLines(bytes) + (bytes.length > 0 && bytes.at(-1) !== 0x0a ? 1 : 0);
		texts.push(withFinalNewline(bytes.toString('utf8')));
		release(bytes);
		spans.push({ path, firstLine, lines, sourceLine });
		firstLine += lines;
	}
	return { text: texts.join(''), spans };
}

/** Buffers below share their memory with others. */
const ownMemory = 1 << 20;

/** Gives back the memory of bytes that are text now: until it is collected, a large file would be in memory twice. */
function release({ buffer }: Buffer): void {
	if (buffer instanceof ArrayBuffer && buffer.byteLength >= ownMemory) buffer.transfer(0);
}

function missingProblem(paths: readonly string[]): Problem {
	const [path, ...more] = paths;
	return path !== undefined && more.length === 0
		? problemOf('not-found', 'missing', { path })
		: problemOf('not-found', 'noneExists', { paths });
}

const gravity: readonly Problem['kind'][] = ['not-permitted', 'failed', 'output-cap', 'not-text', 'not-found'];
/** Of its like; more are counted only. */
const told = 5;

/** A capture has room for one problem: the gravest, with the words of its like. */
export function gravest(problems: readonly Problem[]): Problem | null {
	const kind = gravity.find((each) => problems.some((problem) => problem.kind === each));
	const alike = problems.filter((problem) => problem.kind === kind);
	if (kind === undefined) return null;
	const more = alike.length > told ? [causeOf('more', { number: alike.length - told })] : [];
	return problemFor(kind, [...alike.slice(0, told).flatMap(({ causes = [] }) => causes), ...more]);
}
