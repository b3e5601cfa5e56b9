import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { causeOf, causesOf, problemFor, problemOf } from '../catalogue/index.ts';
import type { Capture, Request, Target } from '../domain/index.ts';
import { answerFromFiles } from './bundle-commands.ts';
import { diskTree } from './disk-tree.ts';
import type { FileTree } from './file-tree.ts';
import { listBundle } from './list-bundle.ts';
import { type LooseFile, looseFiles } from './loose-files.ts';
import { memoryTree } from './memory-tree.ts';
import { readFiles } from './read-files.ts';
import { notRecorded, type Recording, recordedTarget, replay } from './recording.ts';
import { parseRecording } from './recording-schema.ts';
import { readTar } from './tar.ts';
import { TargetError } from './target-error.ts';
import { withUsualLinks } from './usual-links.ts';

/** The recording inside a folder or an archive. */
export const recordingName = 'recording.json';

/** A target that holds what was collected earlier, with the hints that it was collected with, if it knows them. */
export interface OpenTarget extends Target {
	readonly recording: Recording | null;
	/** Files of a bundle that are no files of the machine: evidence that somebody put beside them. */
	readonly loose?: (signal: AbortSignal) => Promise<readonly LooseFile[]>;
	/** Whole files are at hand. */
	readonly hasFiles?: boolean;
}

interface Bundle {
	readonly recording: Recording | null;
	readonly files: FileTree | null;
}

/** A recording in a JSON file of its own. Rejects with a TargetError. */
export async function openRecording(uri: string, path: string): Promise<OpenTarget> {
	const recording = await reach(path, async () => parseRecording(await readFile(path, 'utf8')));
	return { ...recordedTarget(uri, recording), recording };
}

/**
 * Evidence that was collected elsewhere: a folder, a `.tar.gz` or `.tgz` of one, or a `.json` recording. A folder holds
 * `recording.json`, or raw files under the paths that they had (`var/log/httpd/error_log`), or both; the recording
 * answers first. A file that is not there was not collected, which does not mean that it did not exist.
 */
export async function openBundle(uri: string, path: string): Promise<OpenTarget> {
	const { recording, files } = await reach(path, () => load(path));
	const answer = recording ? replay(recording) : () => null;
	return {
		uri,
		title: recording?.title ?? basename(path),
		isRoot: true,
		recording,
		hasFiles: files !== null,
		...(files ? { loose: (signal: AbortSignal) => looseFiles(files, signal) } : {}),
		perform: async (request, signal) =>
			answer(request) ?? (files ? fromFiles(files, request, signal) : notRecorded(request, 'bundle')),
	};
}

/** The files of a bundle; null where it holds only what was asked then. Rejects with a TargetError. */
export async function filesOfBundle(path: string): Promise<FileTree | null> {
	return (await reach(path, () => load(path))).files;
}

async function fromFiles(files: FileTree, request: Request, signal: AbortSignal): Promise<Capture> {
	switch (request.kind) {
		case 'read-files': {
			const capture = await readFiles(files, request, signal);
			return capture.problem?.kind === 'not-found' ? notRecorded(request, 'bundle') : capture;
		}
		case 'list-files':
			return listBundle(files, request);
		case 'run':
			return (await answerFromFiles(files, request, signal)) ?? notRecorded(request, 'bundle');
		case 'list-processes':
		case 'write-file':
			return notRecorded(request, 'bundle');
	}
}

async function load(path: string): Promise<Bundle> {
	if ((await stat(path)).isDirectory()) {
		const json = await readFile(join(path, recordingName), 'utf8').catch(() => null);
		return { recording: json === null ? null : parseRecording(json), files: withUsualLinks(diskTree(path)) };
	}
	if (path.endsWith('.json')) return { recording: parseRecording(await readFile(path, 'utf8')), files: null };
	if (!/\.(tar\.gz|tgz)$/.test(path)) throw new TargetError('unreachable', problemOf('failed', 'noBundle'));
	const files = await readTar(await readFile(path));
	const json = files.get(`/${recordingName}`)?.bytes.toString('utf8') ?? null;
	return { recording: json === null ? null : parseRecording(json), files: withUsualLinks(memoryTree(files)) };
}

async function reach<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
	if (path === '') throw new TargetError('unknown', problemOf('failed', 'bundleUnnamed'));
	try {
		return await work();
	} catch (error) {
		throw new TargetError('unreachable', problemFor('failed', [causeOf('bundleUnusable', { path }), ...causesOf(error)]));
	}
}
