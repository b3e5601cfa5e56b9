import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { type CommandEntry, commandTree } from '../../src/cli/command-tree.ts';
import { bashCompletion } from '../../src/cli/completion/bash.ts';
import { fishCompletion } from '../../src/cli/completion/fish.ts';
import { withFormats } from '../../src/cli/completion/formats.ts';
import { zshCompletion } from '../../src/cli/completion/zsh.ts';
import { createProgram } from '../../src/cli/program.ts';
import { program } from '../program.ts';

const tree = withFormats(commandTree(createProgram(english)));
const scripts = {
	bash: bashCompletion(tree, 'wizard'),
	zsh: zshCompletion(tree, 'wizard'),
	fish: fishCompletion(tree, 'wizard'),
};
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

function every(entry: CommandEntry): readonly CommandEntry[] {
	return [entry, ...entry.commands.flatMap(every)];
}

let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'httpd-medic-completion-'));
	for (const [shell, script] of Object.entries(scripts)) writeFileSync(join(folder, shell), script);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What bash offers for the last word of a line. */
function offered(...words: readonly string[]): readonly string[] {
	const script = `. ${join(folder, 'bash')}; shift 0; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _httpd_medic; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'httpd-medic', ...words], {
		cwd: join(import.meta.dirname, '../..'),
		encoding: 'utf8',
	});
	expect(stderr).toBe('');
	return stdout.split('\n').filter((line) => line !== '');
}

describe('bash completion', () => {
	it('offers commands, and the options of the wizard where no command is named', () => {
		expect(offered('')).toEqual(
			expect.arrayContaining(['diagnose', 'practice', 'completion', '--plain', '--evidence', '--help']),
		);
		expect(offered('dia')).toEqual(['diagnose']);
		expect(offered('flow', '')).toEqual(expect.arrayContaining(['list', 'graph', 'test']));
	});

	it('offers the options of a command and the values of an option', () => {
		expect(offered('resume', '--')).toEqual(['--from', '--watch', '--take-over', '--plain', '--help']);
		expect(offered('diagnose', '--format', '')).toEqual(['text', 'json', 'markdown']);
		expect(offered('explain', 'x', '--as', 'error')).toEqual(['error-log']);
		expect(offered('completion', 'z')).toEqual(['zsh']);
	});

	it('offers files and folders where they are wanted', () => {
		expect(offered('diagnose', '--config', 'package.j')).toEqual(['package.json']);
		expect(offered('collect', '--output', 'sr')).toEqual(['src']);
		expect(offered('explain', 'tsconfig')).toEqual(['tsconfig.json']);
		expect(offered('--evidence', 'error-log', '=')).toContain('package.json');
	});
});

describe('every shell', () => {
	it.each(Object.entries(scripts))('%s knows every command and every option', (_, script) => {
		for (const { name, options } of every(tree)) {
			expect(script).toContain(name);
			for (const { long } of options) expect(script).toContain(long.slice(2));
		}
	});

	it.each(['bash', 'zsh', 'fish'])('%s finds no fault in it (skipped where it is not installed)', (shell) => {
		if (!has(shell)) return;
		expect(spawnSync(shell, ['-n', join(folder, shell)], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
	});
});

describe('the command', () => {
	const [file, ...words] = program;
	it('prints the script, with the formats of evidence', () => {
		const { stdout, status } = spawnSync(file, [...words, 'completion', 'bash'], { encoding: 'utf8' });
		expect(status).toBe(0);
		expect(stdout).toContain('_httpd_medic()');
		expect(stdout).toContain('error-log=');
	});

	it('refuses a shell that it does not know', () => {
		expect(spawnSync(file, [...words, 'completion', 'csh']).status).toBe(2);
	});
});
