import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = join(import.meta.dirname, '..');
const given = process.env.HTTPD_MEDIC_PROGRAM ?? '';

/** A single file that is to be tested in place of the built program; null where HTTPD_MEDIC_PROGRAM names none. */
export const packaged: string | null = given === '' ? null : resolve(given);

/** Argv of the program under test. */
export const program: readonly [string, ...string[]] =
	packaged === null ? [process.execPath, join(project, 'bin/httpd-medic.cjs')] : [packaged];

/**
 * Whether there is no program: what ships is tested, not the sources, and those tests are skipped without it. In CI it must
 * have been built; a single file can be made only where the npm registry answers.
 */
export const isMissing: boolean =
	!existsSync(packaged ?? join(project, 'dist/httpd-medic.js')) && (packaged !== null || process.env.CI !== 'true');

/** Environment that has a module loaded before the program, in the words of the runtime that runs it. */
export function preloading(module: string): Readonly<Record<string, string>> {
	return packaged === null ? { NODE_OPTIONS: `--import ${module}` } : { BUN_OPTIONS: `--preload ${module}` };
}
