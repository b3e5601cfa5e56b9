import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runProgram } from '../headless/program.ts';

const id = '20250301-090000-oldold';
const home = mkdtempSync(join(tmpdir(), 'httpd-medic-old-'));
cpSync(new URL(`../fixtures/store/${id}`, import.meta.url), join(home, 'httpd-medic', id), { recursive: true });
afterAll(() => rmSync(home, { recursive: true }));
const run = (...args: readonly string[]) => runProgram(args, { home, input: '' });

/** Kinds that no rule knew when the session was journaled. */
const hidden = ['Qz7mVt2LpXr9', 'm.musterfrau', 'musterfrau', 'shop.corp-y', '192.0.2.44', 'web7'];

describe('a session of an older version, with an event and a fact that are no more', () => {
	test.each(['markdown', 'html', 'json', 'text', 'asciicast', 'summary'])(
		'is exported by the rules of today: %s',
		async (format) => {
			const { stdout, code } = await run('export', id, '--format', format, '--output', '-');
			expect(code).toBe(0);
			expect(stdout).toContain(id);
			for (const text of hidden) expect(stdout).not.toContain(text);
		},
	);

	test('keeps what was said of it', async () => {
		const { stdout } = await run('export', id, '--output', '-');
		expect(stdout).toContain('exit signal Segmentation fault (11)');
		expect(stdout).toMatch(/\[user-1\] saw it first|\\\[user-1\\\] saw it first/);
		expect(stdout).toMatch(/AuthnRedisPassword \[secret-1\]/);
	});

	test('is handed over by the same rules, and its journal is as it was', async () => {
		const file = join(home, 'h.json');
		await run('hand-off', id, '--output', file);
		for (const text of hidden) expect(readFileSync(file, 'utf8')).not.toContain(text);
		expect((await run('verify', id)).code).toBe(0);
		expect((await run('verify', file)).code).toBe(0);
	});
});
