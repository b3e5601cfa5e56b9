import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Makes the single file of this machine, of what was built. Where that fails, the tests that need it are skipped. */
export default function make(): void {
	const cwd = join(import.meta.dirname, '../..');
	const { status } = spawnSync(process.execPath, ['scripts/package.ts', 'own'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
	if (status !== 0) console.error('The single file cannot be made here; its tests are skipped.');
}
