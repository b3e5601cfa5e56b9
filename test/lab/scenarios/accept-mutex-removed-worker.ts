import { configureApache } from '../apache.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { isWaitedFor, removeSet } from '../semaphores.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

export const acceptMutexRemovedWorker: ScenarioDefinition = {
	id: 'accept-mutex-removed-worker',
	title: 'Semaphores of a worker server are removed: it lives on and is deaf',
	expected: { verdict: 'diagnosed', diagnoses: ['accept-mutex-removed'] },
	needs: ['root', 'apache2', 'ipcs'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, {
			mpm: 'worker',
			listens: 2,
			pool: [
				'StartServers 2',
				'ServerLimit 4',
				'ThreadsPerChild 4',
				'MinSpareThreads 8',
				'MaxSpareThreads 12',
				'MaxRequestWorkers 16',
			],
			directives: () => ['Mutex sysvsem default'],
		});
		await apache.start();
		await until('a child waits for the lock', () => apache.semaphores().some(isWaitedFor));
		for (const set of apache.semaphores()) removeSet(set);
		await apache.get();
		await apache.waitForLog(/\(43\)Identifier removed: AH00272/);
		await apache.waitForLog(/(?:\(22\)Invalid argument: AH0027[2-4][\s\S]*){3}/);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH00272: apr_proc_mutex_lock failed/ }],
			notes: [`The parent ${apache.parentPid()} runs; nobody is answered.`],
		});
	},
};
