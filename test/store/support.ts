import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Clock, type Evidence, noHints, type SessionEvent } from '../../src/domain/index.ts';
import { openJournal } from '../../src/store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'medic-test-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A new folder that goes after the tests of this file. */
export function scratch(): string {
	return mkdtempSync(join(folder, 'x'));
}

export const clock: Clock = { now: () => 1_700_000_000.25 };

const target = { uri: 'local', title: 'root@web3', isRoot: true };

export function started(session: string, at = 100): SessionEvent {
	return {
		seq: 1,
		at,
		type: 'session-started',
		start: { schema: 1, version: '1', session, target, hints: noHints, knowledge: 'k' },
	};
}

export function note(seq: number, text: string): SessionEvent {
	return { seq, at: 100 + seq, type: 'noted', step: null, text };
}

export function captured(seq: number, id: string, sha256: string): SessionEvent {
	const evidence: Evidence = {
		...{ id, format: 'error-log', collector: 'operator', source: '/a', sha256, bytes: 1, lines: 1, spans: [], exitCode: null },
		...{ durationMs: 1, truncated: false, problem: null, capturedAt: 1 },
	};
	return { seq, at: 100 + seq, type: 'evidence-captured', run: null, evidence, facts: [] };
}

/** Writes a journal with these events into the folder. */
export async function journalOf(directory: string, events: readonly SessionEvent[]): Promise<void> {
	const { journal } = await openJournal(directory);
	for (const event of events) await journal.append(event);
	await journal.close();
}
