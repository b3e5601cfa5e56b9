import { configureApache } from '../apache.ts';
import { startHelper } from '../helper.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

export const fileLimitReached: ScenarioDefinition = {
	id: 'file-limit-reached',
	title: 'httpd may not open more files',
	expected: { verdict: 'diagnosed', diagnoses: ['file-limit-reached'] },
	needs: ['root', 'apache2', 'prlimit'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, {
			mpm: 'event',
			pool: [
				'ServerLimit 2',
				'StartServers 1',
				'ThreadsPerChild 64',
				'MinSpareThreads 1',
				'MaxSpareThreads 64',
				'MaxRequestWorkers 128',
			],
			launcher: ['prlimit', '--nofile=32:32'],
			directives: () => ['Timeout 600'],
		});
		await apache.start();
		await startHelper(ledger, 'hold-requests', apache.ports[0] ?? 0, 40);
		await apache.waitForLog(/\(24\)Too many open files/);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /\(24\)Too many open files/ }],
			notes: ['The limit on open files is 32.'],
		});
	},
};
