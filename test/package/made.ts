import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownPlatform } from '../../scripts/package/runtimes.ts';
import { packaged } from '../program.ts';

export const project = join(import.meta.dirname, '../..');

/** A single file to test, or why there is none. */
export type Made = { readonly file: string } | { readonly because: string };

/** The file that HTTPD_MEDIC_PROGRAM names; one that is made now, in CI, where the npm registry answers. */
export async function singleFile(): Promise<Made> {
	if (packaged !== null) return existsSync(packaged) ? { file: packaged } : { because: `${packaged} does not exist` };
	if (process.env.CI !== 'true') return { because: 'made in CI only; npm run test:package makes and tests it' };
	return new Promise((resolve) => {
		execFile(process.execPath, ['scripts/package.ts', 'own'], { cwd: project }, (error, _, stderr) => {
			const lastWords = stderr.trim().split('\n').slice(-5).join(' ');
			if (error !== null) resolve({ because: `npm run package failed: ${lastWords}` });
			else resolve({ file: join(project, 'out', `httpd-medic-${ownPlatform().name}`) });
		});
	});
}
