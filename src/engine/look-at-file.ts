import { type SessionMessages, tellProblem } from '../catalogue/index.ts';
import type { FileState, Problem } from '../domain/index.ts';
import type { EffectContext } from './effects.ts';

/** A file that is kept in whole, so that it can be put back; larger ones are no configuration. */
const mostBytes = 4 << 20;
const limits = { risk: 'read', deadlineMs: 10_000, maxBytes: mostBytes } as const;

/** A file and its exact text; or why it cannot be changed in a way that could be taken back. */
export type FileLook =
	| { readonly state: FileState; readonly text: string | null }
	| { readonly problem: string; readonly path: string };

type LookContext = Pick<EffectContext, 'target' | 'blobs' | 'm'>;

/** Reads a file through the target and keeps its text. `signal` is not the one of the effect where this must not be cut short. */
export async function lookAtFile(path: string, { target, blobs, m }: LookContext, signal: AbortSignal): Promise<FileLook> {
	const say = m.remedy.files;
	const refused = (problem: string): FileLook => ({ problem, path });
	const failed = (problem: Problem): FileLook => refused(tellProblem(problem, m.problems).message);
	if (!path.startsWith('/') || /[*\n\t]/.test(path)) return refused(say.noPath(path));
	const listed = await target.perform({ kind: 'list-files', paths: [path], contents: false, ...limits }, signal);
	const [mode = '', uid, gid, size, , kind] = listed.text.trimEnd().split('\t');
	if (kind === 'missing') return { state: { path, sha256: null, mode: 0, uid: 0, gid: 0 }, text: null };
	if (kind !== 'file') return listed.problem ? failed(listed.problem) : refused(whatItIs(kind, say)(path));
	const read = await target.perform({ kind: 'read-files', paths: [path], from: 'start', ...limits }, signal);
	if (read.truncated && Number(size) > mostBytes) return refused(say.tooLarge(path, mostBytes));
	if (read.problem !== null) return failed(read.problem);
	const text = exactText(read.text, Number(size));
	if (text === null) return refused(say.moving(path));
	if (text.includes('\ufffd')) return refused(say.notText(path));
	const sha256 = await blobs.put(text);
	return { state: { path, sha256, mode: Number.parseInt(mode, 8), uid: Number(uid), gid: Number(gid) }, text };
}

export function isSameFile(one: FileState, other: FileState): boolean {
	return one.sha256 === other.sha256 && one.mode === other.mode && one.uid === other.uid && one.gid === other.gid;
}

/** A capture always ends with a newline; the file may not. */
function exactText(captured: string, bytes: number): string | null {
	const length = Buffer.byteLength(captured);
	if (length === bytes) return captured;
	return length === bytes + 1 && captured.endsWith('\n') ? captured.slice(0, -1) : null;
}

/** What stands there in place of a file, in words. */
function whatItIs(kind: string | undefined, say: SessionMessages['remedy']['files']): (path: string) => string {
	if (kind === 'forbidden') return say.forbidden;
	if (kind === 'link') return say.link;
	return kind === 'dir' ? say.folder : say.noFile;
}
