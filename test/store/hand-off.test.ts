import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkHandOff, createBlobStore, encodeHandOff, readHandOff, readJournal, unpackHandOff } from '../../src/store/index.ts';
import { captured, note, scratch, started } from './support.ts';

const id = '20260101-000000-aaaaaa';
const text = 'one\ntwo\n';
const hash = createHash('sha256').update(text).digest('hex');
const events = [
	started(id),
	captured(2, 'operator-1', 'of the text as it was captured'),
	note(3, 'look here'),
	note(4, 'and here'),
];
const made = encodeHandOff(events, new Map([['operator-1', text]]), { events: 3, seal: 'x' });

function fileOf(json: string) {
	const file = readHandOff(json);
	if (file === null) throw new Error('it is no hand-off');
	return file;
}

const without = (property: string): string => JSON.stringify({ ...JSON.parse(made), [property]: null });
const check = (json: string) => checkHandOff(fileOf(json));

describe('a hand-off', () => {
	test('holds the events and the texts that they are about now', () => {
		const { events: held, fault } = check(made);
		expect(fault).toBeNull();
		expect(held.map((event) => event.type)).toEqual(events.map((event) => event.type));
		const [, capture] = held;
		expect(capture?.type === 'evidence-captured' && capture.evidence).toMatchObject({ sha256: hash, bytes: 8 });
	});

	test('becomes a session with the same events', async () => {
		const base = scratch();
		const file = fileOf(made);
		const directory = await unpackHandOff(base, file, id);
		expect((await readJournal(directory)).events).toEqual(check(made).events);
		expect(await createBlobStore(directory).get(hash)).toBe(text);
		await expect(unpackHandOff(base, file, id)).rejects.toThrow('on this machine already');
	});

	test('does not take the place of a session, and leaves the folder that it names', async () => {
		const base = scratch();
		mkdirSync(join(base, id));
		await expect(unpackHandOff(base, fileOf(made), id)).rejects.toThrow('on this machine already');
		await expect(unpackHandOff(base, fileOf(made), '../outside')).rejects.toThrow('no id');
	});

	test('that is opened twice at the same moment becomes one session, and a whole one', async () => {
		const base = scratch();
		const turns = await Promise.allSettled([unpackHandOff(base, fileOf(made), id), unpackHandOff(base, fileOf(made), id)]);
		expect(turns.map((turn) => turn.status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect((await readJournal(join(base, id))).events).toEqual(check(made).events);
	});

	test('tells the first event that was changed', () => {
		expect(check(made.replace('look here', 'look away')).fault).toMatchObject({ kind: 'event', seq: 3 });
		expect(check(made.replace('look here', 'look away').replace('and here', 'or not')).fault).toMatchObject({ seq: 3 });
	});

	test('tells evidence that was changed, and events that were cut off', () => {
		expect(check(made.replace('one\\ntwo', 'one\\nten')).fault).toMatchObject({ kind: 'evidence', id: 'operator-1' });
		const file: { journal: string[] } = JSON.parse(made);
		file.journal.pop();
		expect(check(JSON.stringify(file)).fault).toMatchObject({ kind: 'file' });
	});

	test('is told from other files', () => {
		for (const other of ['', 'text', '{}', '[]', '{"kind":"httpd-medic hand-off"}', without('original'), without('hash')])
			expect(readHandOff(other)).toBeNull();
	});
});
