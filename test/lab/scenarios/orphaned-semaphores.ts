import { configureApache } from '../apache.ts';
import { httpdsOf, signal } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

export const orphanedSemaphores: ScenarioDefinition = {
	id: 'orphaned-semaphores',
	title: 'Semaphores of a killed server stay behind',
	expected: { verdict: 'diagnosed', diagnoses: ['orphaned-semaphores'], not: ['accept-mutex-removed'] },
	needs: ['root', 'apache2', 'ipcs'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, { mpm: 'prefork', listens: 2, directives: () => ['Mutex sysvsem default'] });
		await apache.start();
		const [set] = apache.semaphores();
		// The parent first, so that it makes no new children.
		signal(apache.parentPid(), 'SIGKILL');
		await until('nothing is left of httpd', () => {
			const left = httpdsOf(apache.config);
			for (const { pid } of left) signal(pid, 'SIGKILL');
			return left.length === 0;
		});
		return scenarioOf(apache, {
			signs: [{ file: '/proc/sysvipc/sem', matches: new RegExp(`^\\s*0\\s+${set}\\s+600\\s`, 'm') }],
			notes: [`No httpd of this configuration runs; its semaphore set ${set} is still there.`],
		});
	},
};
