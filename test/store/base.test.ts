import { rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultBase, prepareBase } from '../../src/store/index.ts';
import { scratch } from './support.ts';

describe('the folder of all sessions', () => {
	test('follows the XDG rules', () => {
		expect(defaultBase({ XDG_STATE_HOME: '/state', HOME: '/home/op' })).toBe('/state/httpd-medic');
		expect(defaultBase({ HOME: '/home/op' })).toBe('/home/op/.local/state/httpd-medic');
		expect(defaultBase({ XDG_STATE_HOME: 'relative', HOME: '/home/op' })).toBe('/home/op/.local/state/httpd-medic');
		expect(defaultBase({})).toBe(join(homedir(), '.local/state/httpd-medic'));
	});

	test('is made, private', async () => {
		const base = join(scratch(), 'deep', 'httpd-medic');
		expect(await prepareBase(base)).toEqual({ directory: base, warning: null });
		expect(await prepareBase(base)).toEqual({ directory: base, warning: null });
		expect(statSync(base).mode & 0o777).toBe(0o700);
	});

	test.each(['under a file', '/proc/httpd-medic'])(
		'where nothing can be written a private one takes its place: %s',
		async (kind) => {
			const file = join(scratch(), 'file');
			writeFileSync(file, '');
			const base = kind.startsWith('/') ? kind : join(file, 'httpd-medic');
			const { directory, warning } = await prepareBase(base);
			expect(directory).not.toBe(base);
			expect(statSync(dirname(directory)).mode & 0o777).toBe(0o700);
			expect(warning?.message).toContain(base);
			expect(warning?.message).toContain(`XDG_STATE_HOME=${dirname(directory)}`);
			expect(defaultBase({ XDG_STATE_HOME: dirname(directory) })).toBe(directory);
			rmSync(dirname(directory), { recursive: true });
		},
	);
});
