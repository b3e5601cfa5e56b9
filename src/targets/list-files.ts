import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { problemOf } from '../catalogue/index.ts';
import type { Capture, ListFilesRequest } from '../domain/index.ts';
import { type Watch, withinDeadline } from './deadline.ts';
import { byName, type Glob, pathBelow, splitGlob } from './glob.ts';
import { localTime } from './local-time.ts';
import { pathProblem } from './problems.ts';

/** Describes files without opening them. A symbolic link is described itself, or what it leads to with a final `/`. */
export function listFiles(request: ListFilesRequest, signal: AbortSignal): Promise<Capture> {
	return withinDeadline(request, signal, { doing: 'list', what: request.paths }, (watch) => listAll(request, watch));
}

async function listAll(request: ListFilesRequest, watch: Watch): Promise<Capture> {
	const lines: string[] = [];
	let bytes = 0;
	let full = false;
	const interrupted = () => watch.interruption() !== null;
	for (const path of request.paths) {
		for await (const line of linesOf(path, request.contents)) {
			bytes += Buffer.byteLength(line) + 1;
			full ||= bytes > request.maxBytes;
			if (full || interrupted()) break;
			lines.push(line);
		}
	}
	const problem = full ? problemOf('output-cap', 'manyEntries', { bytes: request.maxBytes }) : null;
	const text = lines.map((line) => `${line}\n`).join('');
	const truncated = full || interrupted();
	return { text, spans: [], exitCode: null, durationMs: 0, truncated, problem: watch.interruption() ?? problem };
}

async function* linesOf(path: string, contents: boolean): AsyncGenerator<string> {
	const glob = splitGlob(path);
	const paths = glob ? await expand(path, glob) : [path];
	if (typeof paths === 'string') yield paths;
	else for (const each of paths) yield* contents ? entriesOf(each) : [await describe(each)];
}

/** The paths that a pattern matches, or the one line that says why there are none. */
async function expand(path: string, glob: Glob): Promise<readonly string[] | string> {
	try {
		const names = (await readdir(glob.directory)).filter(glob.matches).sort(byName);
		return names.length > 0 ? names.map((name) => pathBelow(glob.directory, name)) : absent('missing', path);
	} catch (error) {
		return unavailable(error, path);
	}
}

async function* entriesOf(directory: string): AsyncGenerator<string> {
	let names: string[];
	try {
		names = (await readdir(directory)).sort(byName);
	} catch (error) {
		const line = await describe(directory);
		// Not a directory: then the path itself is described.
		yield line.startsWith('-') || line.includes('\tdir\t') ? unavailable(error, directory) : line;
		return;
	}
	for (const name of names) yield await describe(pathBelow(directory, name));
}

async function describe(path: string): Promise<string> {
	try {
		const stats = await lstat(path);
		const mode = (stats.mode & 0o7777).toString(8).padStart(4, '0');
		const fields = [mode, stats.uid, stats.gid, stats.size, localTime(stats.mtimeMs / 1000), kindOf(stats), plain(path)];
		return fields.join('\t');
	} catch (error) {
		return unavailable(error, path);
	}
}

function kindOf(stats: Stats): 'file' | 'dir' | 'link' | 'other' {
	if (stats.isFile()) return 'file';
	if (stats.isDirectory()) return 'dir';
	return stats.isSymbolicLink() ? 'link' : 'other';
}

function unavailable(error: unknown, path: string): string {
	return absent(pathProblem(error, 'list', path).kind === 'not-found' ? 'missing' : 'forbidden', path);
}

function absent(why: 'missing' | 'forbidden', path: string): string {
	return ['-', '-', '-', '-', '-', why, plain(path)].join('\t');
}

/** A file name may hold tabs and newlines, which would look like further fields and lines. */
export function plain(text: string): string {
	return text.replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}
