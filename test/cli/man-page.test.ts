import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { commandTree } from '../../src/cli/command-tree.ts';
import { manPage } from '../../src/cli/man-page.ts';
import { createProgram } from '../../src/cli/program.ts';
import { version } from '../../src/cli/version.ts';

const file = join(import.meta.dirname, '../../man/httpd-medic.1');
const reader = 'groff';
const committed = readFileSync(file, 'utf8');

describe('the manual page', () => {
	it('is what the command line says now (else: node scripts/man.mjs)', () => {
		expect(committed).toBe(manPage(commandTree(createProgram(english)), version, english.cli.manual));
	});

	it('names every exit code and every command', () => {
		for (const code of ['0', '1', '2', '3', '4', '5', '6', '130']) expect(committed).toContain(`\n.B ${code}\n`);
		for (const name of createProgram(english).commands.map((command) => command.name())) {
			// Only the wizard runs it.
			if (name === 'search-log') continue;
			expect(committed).toContain(`.SS "${name.replaceAll('-', '\\-')}`);
		}
		expect(committed).not.toContain('search\\-log');
	});

	it.skipIf(spawnSync(reader, ['--version']).status !== 0)('is read by groff without a complaint (skipped without groff)', () => {
		const { stdout, stderr, status } = spawnSync(reader, ['-man', '-Tutf8', '-ww', file], { encoding: 'utf8' });
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toContain('HTTPD-MEDIC');
	});
});
