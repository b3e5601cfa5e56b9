import { join } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { ownPlatform } from './scripts/package/runtimes.ts';

const all = ['test/**/*.test.{ts,tsx}'];

/**
 * In CI the single file is made, too, and what depends most on the runtime (terminals, signals, a debugger's process group)
 * runs once more against that very file. `npm run test:package` runs everything against it.
 */
function inCi(): TestProjectInlineConfiguration[] {
	const env = { HTTPD_MEDIC_PROGRAM: join(import.meta.dirname, 'out', `httpd-medic-${ownPlatform().name}`) };
	const again = ['modes', 'interruptions', 'job-control', 'debugger'].map((name) => `test/terminal/${name}.test.ts`);
	const include = ['test/package/*.test.ts', ...again];
	const globalSetup = ['test/package/make.ts'];
	return [
		{ test: { name: 'built', include: all, exclude: ['test/package/**'] } },
		{ test: { name: 'single file', include, env, globalSetup } },
	];
}

const isWhole = process.env.CI === 'true' && process.env.HTTPD_MEDIC_PROGRAM === undefined;

export default defineConfig({
	test: {
		reporters: ['default', './test/reporter/closing-line.ts'],
		setupFiles: ['./test/setup.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// One at a time: servers of the lab run as the same account, and one must not be taken for another's orphan.
		fileParallelism: false,
		...(isWhole ? { projects: inCi() } : { include: all }),
	},
});
