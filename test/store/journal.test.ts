import { appendFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openJournal, readJournal } from '../../src/store/index.ts';
import type { JournalFile } from '../../src/store/journal-writer.ts';
import { journalOf, note, scratch, started } from './support.ts';

const events = [started('s'), note(2, 'first\nsecond line — 둘째 줄'), note(3, ''), note(4, '\u0000\ud800 "quoted"')];
const file = (directory: string) => join(directory, 'journal.jsonl');

async function filled(): Promise<{ directory: string; bytes: Buffer }> {
	const directory = scratch();
	await journalOf(directory, events);
	return { directory, bytes: readFileSync(file(directory)) };
}

function folderWith(bytes: Buffer): string {
	const directory = scratch();
	writeFileSync(file(directory), bytes);
	return directory;
}

describe('a journal', () => {
	test('gives back its events in another run', async () => {
		const { directory } = await filled();
		const opened = await openJournal(directory);
		expect(opened).toMatchObject({ events, readOnly: false, damage: null });
		await opened.journal.append(note(5, 'later'));
		await opened.journal.close();
		expect((await readJournal(directory)).events).toEqual([...events, note(5, 'later')]);
		expect(statSync(file(directory)).mode & 0o777).toBe(0o600);
	});

	test('gives back any event', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), async (texts) => {
				const directory = scratch();
				const all = texts.map((text, index) => note(index + 1, text));
				await journalOf(directory, all);
				expect((await readJournal(directory)).events).toEqual(all);
			}),
			{ numRuns: 20 },
		);
	});

	test('keeps the order of appends that are not waited for', async () => {
		const directory = scratch();
		const { journal } = await openJournal(directory);
		await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append(note(index + 1, 'x'.repeat(index * 100)))));
		await journal.close();
		expect((await readJournal(directory)).events).toHaveLength(50);
	});

	test('makes events that came at the same time safe together, and each before it says so', async () => {
		const log: string[] = [];
		const slow = async (path: string): Promise<JournalFile> => {
			const real = await open(path, 'a');
			return {
				write: async (...words: Parameters<JournalFile['write']>) => {
					log.push('write');
					return real.write(...words);
				},
				datasync: async () => {
					log.push('sync');
					await real.datasync();
				},
				truncate: (size) => real.truncate(size),
				close: () => real.close(),
			} as JournalFile;
		};
		const { journal } = await openJournal(scratch(), slow);
		for (const index of [1, 2, 3]) await journal.write?.(note(index, 'x'));
		expect(log).toEqual(['write', 'write', 'write']);
		await Promise.all([journal.sync?.(), journal.sync?.()]);
		await journal.sync?.();
		expect(log).toEqual(['write', 'write', 'write', 'sync']);
		await journal.write?.(note(4, 'x'));
		await journal.close();
		expect(log.slice(4)).toEqual(['write', 'sync']);
	});

	test('says that events are lost when the disk fails, and takes no others', async () => {
		const failing = async (path: string): Promise<JournalFile> => {
			const real = await open(path, 'a');
			return Object.assign(real, { datasync: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) });
		};
		const { journal } = await openJournal(scratch(), failing);
		await journal.write?.(note(1, 'x'));
		await expect(journal.sync?.()).rejects.toThrow();
		await expect(journal.sync?.()).rejects.toThrow();
		await expect(journal.write?.(note(2, 'x'))).rejects.toThrow();
		await journal.close();
	});

	test('takes no event out of turn, and none after it is closed', async () => {
		const directory = scratch();
		const { journal } = await openJournal(directory);
		await expect(journal.append(note(2, 'x'))).rejects.toThrow('event 2 cannot follow event 0');
		await expect(journal.append({ ...note(1, 'x'), at: Number.NaN })).rejects.toThrow('cannot be kept');
		await journal.append(note(1, 'x'));
		await expect(journal.append(note(1, 'x'))).rejects.toThrow('event 1 cannot follow event 1');
		await journal.close();
		await journal.close();
		await expect(journal.append(note(2, 'x'))).rejects.toThrow('closed');
		expect((await readJournal(directory)).events).toEqual([note(1, 'x')]);
	});

	test('cannot be begun without a folder', async () => {
		await expect(openJournal(join(scratch(), 'missing'))).rejects.toThrow('no journal can be begun');
	});

	test('is not read through a link, nor from what is no file', async () => {
		const link = scratch();
		symlinkSync('/dev/zero', file(link));
		await expect(openJournal(link)).rejects.toThrow();
		const folder = scratch();
		mkdirSync(file(folder));
		await expect(openJournal(folder)).rejects.toThrow('not a regular file');
	});
});

describe('a torn journal', () => {
	test('of any length opens with the whole events before the tear, and can be continued', async () => {
		const { bytes } = await filled();
		for (let length = 0; length <= bytes.length; length++) {
			const directory = folderWith(bytes.subarray(0, length));
			const whole = bytes.subarray(0, length).toString('latin1').split('\n').length - 1;
			const opened = await openJournal(directory);
			expect(opened.events).toEqual(events.slice(0, whole));
			expect(opened.readOnly).toBe(false);
			expect(opened.damage === null).toBe(length === 0 || bytes[length - 1] === 0x0a);
			await opened.journal.append(note(whole + 1, 'after'));
			await opened.journal.close();
			expect((await readJournal(directory)).events).toEqual([...events.slice(0, whole), note(whole + 1, 'after')]);
		}
	});

	test('is left alone by whoever only reads it', async () => {
		const { bytes } = await filled();
		const directory = folderWith(bytes.subarray(0, bytes.length - 3));
		const text = await readJournal(directory);
		expect(text.events).toEqual(events.slice(0, 3));
		expect(text.tornBytes).toBeGreaterThan(0);
		expect(statSync(file(directory)).size).toBe(bytes.length - 3);
	});
});

describe('a damaged journal', () => {
	test('with any byte changed in the middle shows no event that was not written, and takes none', async () => {
		const { bytes } = await filled();
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const changed = Buffer.from(bytes);
				changed[at] = (changed[at] ?? 0) ^ change;
				const opened = await openJournal(folderWith(changed));
				const before = bytes.subarray(0, at).toString('latin1').split('\n').length - 1;
				// Some changes alter the bytes but not the JSON, such as the case of an escape.
				expect(opened.events.length).toBeGreaterThanOrEqual(before);
				expect(opened.events).toEqual(events.slice(0, opened.events.length));
				if (opened.readOnly)
					await expect(opened.journal.append(note(opened.events.length + 1, 'x'))).rejects.toThrow('only be read');
				await opened.journal.close();
			}),
			{ numRuns: 300 },
		);
	});

	test.each([
		['an event that was changed', (lines: string[]) => lines.with(1, (lines[1] ?? '').replace('first', 'FIRST')), 2, 'changed'],
		['an event that was taken out', (lines: string[]) => lines.toSpliced(1, 1), 2, 'numbered 3'],
		['two events that changed places', (lines: string[]) => [lines[0], lines[2], lines[1], lines[3], ''], 2, 'numbered 3'],
		['a line of something else', (lines: string[]) => lines.toSpliced(2, 0, 'hello'), 3, 'not an event'],
		['an empty line', (lines: string[]) => lines.toSpliced(1, 0, ''), 2, 'not an event'],
	])('by %s says where, and is not changed', async (_, damage, line, words) => {
		const { bytes } = await filled();
		const damaged = Buffer.from(damage(bytes.toString().split('\n')).join('\n'));
		const directory = folderWith(damaged);
		const opened = await openJournal(directory);
		expect(opened).toMatchObject({ readOnly: true, events: events.slice(0, line - 1) });
		expect(opened.damage?.message).toContain(`line ${line} of the journal`);
		expect(opened.damage?.message).toContain(words);
		await opened.journal.close();
		expect(readFileSync(file(directory)).equals(damaged)).toBe(true);
	});

	test('of zeros, as after a power cut, is torn without a newline and damaged with one', async () => {
		const { directory } = await filled();
		appendFileSync(file(directory), Buffer.alloc(4096));
		const opened = await openJournal(directory);
		expect(opened).toMatchObject({ events, readOnly: false, damage: { message: expect.stringContaining('4096 bytes') } });
		await opened.journal.close();
		appendFileSync(file(directory), Buffer.concat([Buffer.alloc(10), Buffer.from('\n')]));
		expect(await openJournal(directory)).toMatchObject({ events, readOnly: true });
	});
});

describe('a failing disk', () => {
	interface Fault {
		/** Bytes that may still be written. */
		room?: number;
		write?: string;
		datasync?: string;
		truncate?: string;
	}

	/** A journal on a real file whose operations fail as told. */
	async function failing(fault: Fault, directory = scratch()) {
		const fail = (code: string) => Promise.reject(Object.assign(new Error(`simulated ${code}`), { code }));
		const opened = await openJournal(directory, async (path): Promise<JournalFile> => {
			const handle = await open(path, 'a');
			const write = async (bytes: Buffer, offset: number, length: number) => {
				if (fault.write) return fail(fault.write);
				const possible = Math.min(length, fault.room ?? length);
				if (possible === 0) return fail('ENOSPC');
				if (fault.room !== undefined) fault.room -= possible;
				return handle.write(bytes, offset, possible);
			};
			return {
				write: write as JournalFile['write'],
				datasync: () => (fault.datasync ? fail(fault.datasync) : handle.datasync()),
				truncate: (length) => (fault.truncate ? fail(fault.truncate) : handle.truncate(length)),
				close: () => handle.close(),
			};
		});
		return { directory, ...opened };
	}

	test('that is full rejects the event, and takes it again when there is room', async () => {
		const fault: Fault = { room: 300 };
		const { directory, journal } = await failing(fault);
		await journal.append(note(1, 'fits'));
		await expect(journal.append(note(2, 'x'.repeat(500)))).rejects.toThrow('no space is left for the journal');
		expect((await readJournal(directory)).tornBytes).toBe(0);
		delete fault.room;
		await journal.append(note(2, 'fits now'));
		await journal.close();
		expect(await readJournal(directory)).toMatchObject({ events: [note(1, 'fits'), note(2, 'fits now')], damage: null });
	});

	test('that cannot take back half a line takes nothing more, and the next run cuts the line', async () => {
		const { directory, journal } = await failing({ room: 300, truncate: 'EIO' });
		await journal.append(note(1, 'fits'));
		await expect(journal.append(note(2, 'x'.repeat(500)))).rejects.toThrow('no space is left');
		await expect(journal.append(note(2, ''))).rejects.toThrow('broken line');
		await journal.close();
		expect(await openJournal(directory)).toMatchObject({
			events: [note(1, 'fits')],
			readOnly: false,
			damage: { message: expect.any(String) },
		});
	});

	test('that does not keep what was written takes nothing more', async () => {
		const { journal } = await failing({ datasync: 'EIO' });
		await expect(journal.append(note(1, 'x'))).rejects.toThrow('simulated EIO');
		await expect(journal.append(note(1, 'x'))).rejects.toThrow('failed to keep');
	});

	test('that is read-only lets the session be read', async () => {
		const { directory } = await filled();
		const opened = await openJournal(directory, () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' })));
		expect(opened).toMatchObject({ events, readOnly: true, damage: { message: expect.stringContaining('cannot be written') } });
		appendFileSync(file(directory), 'torn');
		expect(await failing({ truncate: 'EIO' }, directory)).toMatchObject({ events, readOnly: true });
	});
});
