import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createTerminal } from '../../src/cli/terminal.ts';
import { beginSession, resumeSession, type Workshop } from '../../src/cli/workshop.ts';
import { type Clock, noHints } from '../../src/domain/index.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function workshop(clock: Clock = { now: () => 1_700_000_000 }): Workshop {
	const base = mkdtempSync(join(tmpdir(), 'medic-test-'));
	folders.push(base);
	return { content: { flows: [], articles: [], fingerprint: 'k' }, base, warnings: [], clock, terminal: createTerminal() };
}

const locksIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('lock.'));

describe('a session that cannot be opened', () => {
	it('is left to others, when its journal cannot be read', async () => {
		const shop = workshop();
		const directory = join(shop.base, '20260101-000000-aaaaaa');
		mkdirSync(join(directory, 'journal.jsonl'), { recursive: true });
		await expect(resumeSession(shop, '20260101')).rejects.toThrow('not a regular file');
		expect(locksIn(directory)).toEqual([]);
	});

	it('is left to others, when it cannot begin', async () => {
		const times = [1_700_000_000, 1_700_000_000];
		const shop = workshop({
			now: () => {
				const time = times.shift();
				if (time === undefined) throw new Error('no time');
				return time;
			},
		});
		await expect(beginSession(shop, 'none', noHints)).rejects.toThrow('no time');
		const [session = ''] = readdirSync(shop.base);
		expect(readdirSync(join(shop.base, session))).toContain('journal.jsonl');
		expect(locksIn(join(shop.base, session))).toEqual([]);
	});
});
