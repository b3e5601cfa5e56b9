import { configureApache } from '../apache.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { isWaitedFor, removeSet } from '../semaphores.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

export const staleIncident: ScenarioDefinition = {
	id: 'stale-incident',
	title: 'The semaphores were removed, httpd was started again and serves',
	expected: { verdict: 'healthy', diagnoses: [], not: ['accept-mutex-removed', 'accept-mutex-removed-by-logind'] },
	needs: ['root', 'apache2', 'ipcs'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, { mpm: 'prefork', listens: 2, directives: () => ['Mutex sysvsem default'] });
		await apache.start();
		await until('a child waits for the lock', () => apache.semaphores().some(isWaitedFor));
		for (const set of apache.semaphores()) removeSet(set);
		await apache.get();
		await apache.waitForLog(/AH02818/);
		await apache.untilGone();
		await apache.start();
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH02818: MPM run failed, exiting[\s\S]*AH00163: .*resuming normal operations/ }],
			notes: ['The failure in the log is older than the last start.'],
		});
	},
};
