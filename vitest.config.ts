import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		reporters: ['default', './test/reporter/closing-line.ts'],
		setupFiles: ['./test/setup.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// One at a time: servers of the lab run as the same account, and one must not be taken for another's orphan.
		fileParallelism: false,
	},
});
