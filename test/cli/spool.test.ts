import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSpool } from '../../src/cli/spool.ts';
import { wholeOf } from '../../src/domain/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'httpd-medic-test-'));
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

describe('bytes that are kept on disk', () => {
	it('are there as often as they are read, in a file that nobody else finds', () => {
		vi.stubEnv('TMPDIR', folder);
		const spool = createSpool();
		for (const part of ['first\nsec', 'ond — 둘', '째\n']) spool.add(new TextEncoder().encode(part));
		expect(readdirSync(folder)).toEqual([]);
		expect(wholeOf(spool.text)).toBe('first\nsecond — 둘째\n');
		expect(wholeOf(spool.text)).toBe('first\nsecond — 둘째\n');
		spool.close();
		expect(() => spool.add(new Uint8Array(1))).toThrow('EBADF');
	});
});
