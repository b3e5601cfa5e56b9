import { problemOf } from '../catalogue/index.ts';
import { filesOfBundle, type OpenTarget, openBundle, openRecording } from './bundle.ts';
import { diskTree } from './disk-tree.ts';
import type { FileTree } from './file-tree.ts';
import { localTarget } from './local.ts';
import { noTarget } from './none.ts';
import { logSearch } from './search-log.ts';
import { TargetError } from './target-error.ts';

export type { OpenTarget } from './bundle.ts';
export { recordingName } from './bundle.ts';
export { type Recorder, record } from './recorder.ts';
export type { RecordedEntry, Recording } from './recording.ts';
export { followFile } from './follow-file.ts';
export { type ScanProgress, scanFile } from './scan-file.ts';
export { type SearchedFiles, searchFiles } from './search-files.ts';
export type { SearchWord } from './search-log.ts';
export { parseRecording } from './recording-schema.ts';
export { TargetError } from './target-error.ts';

type Opener = (uri: string, place: string) => Promise<OpenTarget>;

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
	['local', async () => ({ ...localTarget(), recording: null, hasFiles: true })],
	['none', async () => ({ ...noTarget(), recording: null })],
	['bundle', openBundle],
	['recording', openRecording],
]);

/**
 * Opens `local`, `none`, `bundle:PATH` or `recording:PATH`. Rejects with a TargetError.
 * @param searcher words that run the program which searches whole logs; without them none is searched.
 */
export async function openTarget(uri: string, searcher: readonly string[] = []): Promise<OpenTarget> {
	const [kind, place] = partsOf(uri);
	const open = openers.get(kind);
	if (!open) throw new TargetError('unknown', problemOf('failed', 'targetUnknown', { uri, known: [...openers.keys()] }));
	const target = await open(uri, place);
	return searcher.length > 0 && target.hasFiles === true ? { ...target, search: logSearch(searcher, uri) } : target;
}

/** The files of a target that has whole ones; null where it has none. Rejects with a TargetError. */
export async function filesOf(uri: string): Promise<FileTree | null> {
	const [kind, place] = partsOf(uri);
	if (kind === 'local') return diskTree();
	return kind === 'bundle' ? filesOfBundle(place) : null;
}

function partsOf(uri: string): readonly [kind: string, place: string] {
	const colon = uri.indexOf(':');
	return colon === -1 ? [uri, ''] : [uri.slice(0, colon), uri.slice(colon + 1)];
}
