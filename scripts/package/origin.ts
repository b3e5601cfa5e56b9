import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from './bom.ts';

/**
 * Where a build comes from. Its date is SOURCE_DATE_EPOCH, else that of the commit, so that a build can be repeated;
 * outside of git it is the present.
 */
export function originOf(project: string, env: Readonly<Record<string, string | undefined>> = process.env): Origin {
	const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
	const commit = git(project, 'describe', '--always', '--exclude=*', '--abbrev=40', '--dirty=-modified');
	const seconds = env.SOURCE_DATE_EPOCH ?? git(project, 'log', '-1', '--format=%ct') ?? Date.now() / 1000;
	const built = new Date(1000 * Math.floor(Number(seconds))).toISOString().replace('.000Z', 'Z');
	return { version, commit: commit ?? 'unknown', built };
}

function git(project: string, ...words: readonly string[]): string | null {
	const { status, stdout } = spawnSync('git', ['-C', project, ...words], { encoding: 'utf8' });
	return status === 0 ? stdout.trim() : null;
}
