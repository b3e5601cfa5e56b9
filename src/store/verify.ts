import { causesOf, problemFor } from '../catalogue/index.ts';
import type { BlobStore, Problem } from '../domain/index.ts';
import { createBlobStore } from './blobs.ts';
import { readJournal } from './journal-text.ts';

/** Whether a session is as it was written. */
export interface Verification {
	readonly intact: boolean;
	/** Events that are as they were written. */
	readonly events: number;
	/** The first event that is not, counted from 1; null when all are. */
	readonly changed: { readonly seq: number; readonly reason: Problem } | null;
	/** Bytes of an unfinished last event. A crash leaves some, so they do not count as a change. */
	readonly tornBytes: number;
	/** Evidence that is missing or was changed. */
	readonly evidence: readonly { readonly id: string; readonly reason: Problem }[];
	/** Hash over all good events. Whoever can write the folder can write a new chain: only a seal noted elsewhere tells. */
	readonly seal: string;
}

/** Checks a session folder without changing it. Rejects when its journal cannot be read. */
export async function verifySession(directory: string): Promise<Verification> {
	const { events, damage, tornBytes, hash } = await readJournal(directory);
	const blobs = createBlobStore(directory);
	const evidence: { id: string; reason: Problem }[] = [];
	for (const event of events) {
		if (event.type !== 'evidence-captured') continue;
		const reason = await faultOf(blobs, event.evidence.sha256);
		if (reason !== null) evidence.push({ id: event.evidence.id, reason });
	}
	const changed = damage && { seq: damage.line, reason: problemFor('failed', [damage.cause]) };
	return { intact: !changed && evidence.length === 0, events: events.length, changed, tornBytes, evidence, seal: hash };
}

async function faultOf(blobs: BlobStore, sha256: string): Promise<Problem | null> {
	try {
		await blobs.get(sha256);
		return null;
	} catch (error) {
		return problemFor('failed', causesOf(error));
	}
}
