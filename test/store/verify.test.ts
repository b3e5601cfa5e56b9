import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBlobStore, verifySession } from '../../src/store/index.ts';
import { captured, journalOf, note, scratch, started } from './support.ts';

async function session() {
	const directory = scratch();
	const blobs = createBlobStore(directory);
	const [one, two] = [await blobs.put('one'), await blobs.put('two')];
	await journalOf(directory, [started('s'), captured(2, 'e1', one), note(3, 'a remark'), captured(4, 'e2', two)]);
	return { directory, journal: join(directory, 'journal.jsonl'), one, two };
}

describe('verifying a session', () => {
	test('finds nothing in one that was left alone', async () => {
		const { directory } = await session();
		const verification = await verifySession(directory);
		expect(verification).toMatchObject({ intact: true, events: 4, changed: null, tornBytes: 0, evidence: [] });
		expect(verification.seal).toMatch(/^[0-9a-f]{64}$/);
		expect(await verifySession(directory)).toEqual(verification);
	});

	test('tells the first event that was changed', async () => {
		const { directory, journal } = await session();
		writeFileSync(journal, readFileSync(journal, 'utf8').replace('a remark', 'a reMark').replaceAll('e2', 'e9'));
		expect(await verifySession(directory)).toMatchObject({ intact: false, events: 2, changed: { seq: 3 } });
	});

	test('has another seal when the end was taken away', async () => {
		const { directory, journal } = await session();
		const { seal } = await verifySession(directory);
		writeFileSync(journal, readFileSync(journal, 'utf8').split('\n').slice(0, 3).join('\n').concat('\n'));
		const shorter = await verifySession(directory);
		expect(shorter).toMatchObject({ intact: true, events: 3 });
		expect(shorter.seal).not.toBe(seal);
	});

	test('does not take a torn end for a change', async () => {
		const { directory, journal } = await session();
		writeFileSync(journal, '{"event', { flag: 'a' });
		expect(await verifySession(directory)).toMatchObject({ intact: true, events: 4, tornBytes: 7 });
	});

	test('tells evidence that was changed or is missing', async () => {
		const { directory, one, two } = await session();
		writeFileSync(join(directory, 'evidence', one), 'One');
		rmSync(join(directory, 'evidence', two));
		expect(await verifySession(directory)).toMatchObject({
			intact: false,
			changed: null,
			evidence: [
				{ id: 'e1', reason: { message: expect.stringContaining('changed') } },
				{ id: 'e2', reason: { message: expect.stringContaining('missing') } },
			],
		});
	});

	test('rejects without a journal', async () => {
		await expect(verifySession(scratch())).rejects.toThrow();
	});
});
