import { configureApache } from '../apache.ts';
import { startHelper } from '../helper.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

export const maxWorkersReached: ScenarioDefinition = {
	id: 'max-workers-reached',
	title: 'Slow clients hold every worker',
	expected: { verdict: 'diagnosed', diagnoses: ['max-workers-reached'], not: ['scoreboard-full'] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			pool: ['ServerLimit 2', 'StartServers 2', 'MinSpareServers 1', 'MaxSpareServers 2', 'MaxRequestWorkers 2'],
			directives: () => ['Timeout 600'],
		});
		await apache.start();
		await startHelper(ledger, 'hold-requests', apache.ports[0] ?? 0, 6);
		await apache.waitForLog(/AH00161: server reached MaxRequestWorkers setting/);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH00161: server reached MaxRequestWorkers setting/ }],
			notes: ['Both workers wait for the end of a request; four more connections queue.'],
		});
	},
};
