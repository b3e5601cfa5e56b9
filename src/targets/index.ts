import { problemOf } from '../catalogue/index.ts';
import { type OpenTarget, openBundle, openRecording } from './bundle.ts';
import { localTarget } from './local.ts';
import { noTarget } from './none.ts';
import { TargetError } from './target-error.ts';

export type { OpenTarget } from './bundle.ts';
export { recordingName } from './bundle.ts';
export { type Recorder, record } from './recorder.ts';
export type { RecordedEntry, Recording } from './recording.ts';
export { followFile } from './follow-file.ts';
export { type ScanProgress, scanFile } from './scan-file.ts';
export { parseRecording } from './recording-schema.ts';
export { TargetError } from './target-error.ts';

type Opener = (uri: string, place: string) => Promise<OpenTarget>;

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
	['local', async () => ({ ...localTarget(), recording: null })],
	['none', async () => ({ ...noTarget(), recording: null })],
	['bundle', openBundle],
	['recording', openRecording],
]);

/** Opens `local`, `none`, `bundle:PATH` or `recording:PATH`. Rejects with a TargetError. */
export async function openTarget(uri: string): Promise<OpenTarget> {
	const colon = uri.indexOf(':');
	const [kind, place] = colon === -1 ? [uri, ''] : [uri.slice(0, colon), uri.slice(colon + 1)];
	const open = openers.get(kind);
	if (!open) throw new TargetError('unknown', problemOf('failed', 'targetUnknown', { uri, known: [...openers.keys()] }));
	return open(uri, place);
}
