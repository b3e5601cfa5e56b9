import { configureApache } from '../apache.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

export const acceptMutexAtRisk: ScenarioDefinition = {
	id: 'accept-mutex-at-risk',
	title: 'A server that serves, with semaphores that a logout could remove',
	expected: { verdict: 'healthy', diagnoses: ['accept-mutex-at-risk'], not: ['accept-mutex-removed'] },
	needs: ['root', 'apache2', 'ipcs'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			listens: 2,
			user: 'nobody',
			directives: () => ['Mutex sysvsem default'],
		});
		await apache.start();
		const [set] = apache.semaphores();
		return scenarioOf(apache, {
			signs: [
				{ file: apache.errorLog, matches: /resuming normal operations/ },
				{ file: '/proc/sysvipc/sem', matches: new RegExp(`^\\s*0\\s+${set}\\s+600`, 'm') },
			],
			notes: [`Semaphore set ${set} belongs to nobody, an account outside the system range.`],
		});
	},
};
