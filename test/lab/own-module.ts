import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Ledger } from './ledger.ts';

const run = promisify(execFile);

/** Compiles `modules/mod_NAME.c` with apxs below the scratch folder; answers the directive that loads it. */
export async function ownModule(ledger: Ledger, name: string, { stripped = false } = {}): Promise<string> {
	const folder = join(ledger.scratch, 'modules');
	mkdirSync(folder, { recursive: true });
	const file = `mod_${name}`;
	copyFileSync(join(import.meta.dirname, 'modules', `${file}.c`), join(folder, `${file}.c`));
	await run('apxs', ['-c', `${file}.c`], { cwd: folder });
	const built = join(folder, `${file}.so`);
	copyFileSync(join(folder, '.libs', `${file}.so`), built);
	if (stripped) await run('strip', [built]);
	return `LoadModule ${name}_module ${built}`;
}
