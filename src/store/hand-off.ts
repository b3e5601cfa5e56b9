import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problemFor, problemOf } from '../catalogue/index.ts';
import { errorCode, type Problem, ProblemError, type SessionEvent } from '../domain/index.ts';
import { createBlobStore } from './blobs.ts';
import { decodeLine, encodeLine, origin } from './chain.ts';
import { makeDirectories } from './directories.ts';
import { sha256Of } from './hash.ts';
import { openJournal } from './journal.ts';
import { canonical, parseJson } from './json.ts';
import { isSessionId } from './session-id.ts';

/** A session in one file: its events as a chain, and the texts of its evidence by their hashes. */
export interface HandOffFile {
	readonly kind: 'httpd-medic hand-off';
	readonly schema: 1;
	/** The journal that it was made of: how many events, and the hash over them. */
	readonly original: { readonly events: number; readonly seal: string };
	/** Lines of a journal. */
	readonly journal: readonly string[];
	readonly evidence: Readonly<Record<string, string>>;
	/** SHA-256 over all of the above. */
	readonly hash: string;
}

/** What is wrong with a file that somebody has handed over. */
export type HandOffFault =
	| { readonly kind: 'event'; readonly seq: number; readonly reason: Problem }
	| { readonly kind: 'evidence'; readonly id: string; readonly reason: Problem }
	| { readonly kind: 'file'; readonly reason: Problem };

/** The file for redacted events and the redacted texts of their evidence, by its id. */
export function encodeHandOff(
	events: readonly SessionEvent[],
	texts: ReadonlyMap<string, string>,
	original: HandOffFile['original'],
): string {
	const evidence: Record<string, string> = {};
	const journal: string[] = [];
	let previous = origin;
	for (const event of events) {
		const { line, hash } = encodeLine(previous, withText(event, texts, evidence));
		journal.push(line);
		previous = hash;
	}
	const content = { kind: 'httpd-medic hand-off', schema: 1, original, journal, evidence };
	return `${JSON.stringify({ ...content, hash: sha256Of(canonical(content)) }, null, 1)}\n`;
}

/** The evidence is that of the redacted text from now on. */
function withText(event: SessionEvent, texts: ReadonlyMap<string, string>, kept: Record<string, string>): SessionEvent {
	if (event.type !== 'evidence-captured') return event;
	const text = texts.get(event.evidence.id) ?? '';
	const hash = sha256Of(text);
	kept[hash] = text;
	return { ...event, evidence: { ...event.evidence, sha256: hash, bytes: Buffer.byteLength(text) } };
}

/** null where the text is no hand-off at all. */
export function readHandOff(text: string): HandOffFile | null {
	const value = parseJson(text);
	return isHandOff(value) ? value : null;
}

function isHandOff(value: unknown): value is HandOffFile {
	if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'httpd-medic hand-off') return false;
	if (!('journal' in value && 'evidence' in value && 'original' in value && 'hash' in value)) return false;
	const { journal, evidence, original, hash } = value;
	if (!Array.isArray(journal) || !isTexts(journal) || !isTexts(evidence) || typeof hash !== 'string') return false;
	if (typeof original !== 'object' || original === null || !('events' in original && 'seal' in original)) return false;
	return typeof original.events === 'number' && typeof original.seal === 'string';
}

function isTexts(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}

/** Whether the text is, byte for byte, what this program writes for the file that it holds. */
export function isAsWritten(file: HandOffFile, text: string): boolean {
	return `${JSON.stringify(file, null, 1)}\n` === text;
}

/** The events of a hand-off that are as they were written, and what is not. */
export function checkHandOff(file: HandOffFile): {
	readonly events: readonly SessionEvent[];
	readonly seal: string;
	/** Of each of the events. */
	readonly hashes: readonly string[];
	readonly fault: HandOffFault | null;
} {
	const events: SessionEvent[] = [];
	const hashes: string[] = [];
	let seal = origin;
	for (const line of file.journal) {
		const link = decodeLine(seal, events.length + 1, line);
		if ('fault' in link)
			return {
				events,
				seal,
				hashes,
				fault: { kind: 'event', seq: events.length + 1, reason: problemFor('failed', [link.fault]) },
			};
		events.push(link.event);
		seal = link.hash;
		hashes.push(seal);
	}
	return { events, seal, hashes, fault: evidenceFault(events, file) ?? wholeFault(file) };
}

function evidenceFault(events: readonly SessionEvent[], { evidence }: HandOffFile): HandOffFault | null {
	for (const event of events) {
		if (event.type !== 'evidence-captured') continue;
		const { id, sha256: hash } = event.evidence;
		const text = evidence[hash];
		if (text === undefined) return { kind: 'evidence', id, reason: problemOf('failed', 'handedMissing') };
		if (sha256Of(text) !== hash) return { kind: 'evidence', id, reason: problemOf('failed', 'handedChanged') };
	}
	return null;
}

function wholeFault({ hash, ...content }: HandOffFile): HandOffFault | null {
	const isWhole = sha256Of(canonical(content)) === hash;
	return isWhole ? null : { kind: 'file', reason: problemOf('failed', 'handOffCutOff') };
}

/** Makes a session of a hand-off, under the id that it has. Rejects when that is taken; leaves nothing behind then. */
export async function unpackHandOff(base: string, file: HandOffFile, id: string): Promise<string> {
	if (!isSessionId(id)) throw new ProblemError(problemOf('failed', 'noSessionId', { name: id }));
	const directory = join(base, id);
	await makeDirectories(base);
	// Making the folder is what takes the id: whoever finds it made must not clear it away.
	await mkdir(directory, { mode: 0o700 }).catch((error: unknown) => {
		if (errorCode(error) !== 'EEXIST') throw error;
		throw new ProblemError(problemOf('failed', 'sessionHere', { name: id }), { cause: error });
	});
	try {
		await fill(directory, file);
	} catch (error) {
		await rm(directory, { recursive: true, force: true });
		throw error;
	}
	return directory;
}

async function fill(directory: string, file: HandOffFile): Promise<void> {
	const blobs = createBlobStore(directory);
	for (const text of Object.values(file.evidence)) await blobs.put(text);
	const { journal } = await openJournal(directory);
	try {
		for (const event of checkHandOff(file).events) await journal.append(event);
	} finally {
		await journal.close();
	}
}
