import { configureApache } from '../apache.ts';
import { makeCgroup } from '../cgroup.ts';
import { startHelper } from '../helper.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

export const processLimitReached: ScenarioDefinition = {
	id: 'process-limit-reached',
	title: 'httpd may not make more processes',
	expected: { verdict: 'diagnosed', diagnoses: ['process-limit-reached'] },
	needs: ['root', 'apache2', 'pidsCgroup'],
	bringUp: async (ledger) => {
		const { procs } = makeCgroup(ledger, 'pids', 4);
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['sh', '-c', `echo $$ > ${procs} && exec "$@"`, 'sh'],
			directives: () => ['Timeout 600'],
		});
		await apache.start();
		await startHelper(ledger, 'hold-requests', apache.ports[0] ?? 0, 6);
		await apache.waitForLog(/AH00159/);
		return scenarioOf(apache, {
			signs: [
				{ file: apache.errorLog, matches: /\(11\)Resource temporarily unavailable: AH00159: fork: Unable to fork new process/ },
			],
			notes: ['A group of processes with room for four holds httpd.'],
		});
	},
};
