import { configureApache } from '../apache.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { isWaitedFor, removeSet } from '../semaphores.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

/** Incident B: the semaphores of a prefork server with two listeners are removed while it runs. */
function acceptMutexRemoved(id: string, title: string, user: string): ScenarioDefinition {
	return {
		id,
		title,
		expected: {
			verdict: 'diagnosed',
			diagnoses: ['accept-mutex-removed'],
			also: ['accept-mutex-at-risk'],
			not: ['accept-mutex-removed-by-logind', 'disk-full'],
		},
		needs: ['root', 'apache2', 'ipcs'],
		bringUp: async (ledger) => {
			const apache = await configureApache(ledger, {
				mpm: 'prefork',
				listens: 2,
				user,
				directives: () => ['Mutex sysvsem default'],
			});
			await apache.start();
			// A child that waits is told that the set was removed (43); one that comes later finds none (22).
			await until('a child waits for the lock', () => apache.semaphores().some(isWaitedFor));
			for (const set of apache.semaphores()) removeSet(set);
			// The child that held the lock notices only when it is asked for something.
			await apache.get();
			await apache.waitForLog(/AH02818/);
			return scenarioOf(apache, {
				signs: [
					{ file: apache.errorLog, matches: /\(43\)Identifier removed: AH00144: couldn't grab the accept mutex/ },
					{ file: apache.errorLog, matches: /AH00050: Child \d+ returned a Fatal error/ },
					{ file: apache.errorLog, matches: /AH02818: MPM run failed, exiting/ },
				],
				notes: ['httpd has ended by itself; its pid file stayed behind.'],
			});
		},
	};
}

export const acceptMutexRemovedSystemUser = acceptMutexRemoved(
	'accept-mutex-removed',
	'Semaphores of a server that runs as a system account are removed',
	'www-data',
);

export const acceptMutexRemovedOrdinaryUser = acceptMutexRemoved(
	'accept-mutex-removed-ordinary-user',
	'Semaphores of a server that runs as an account outside the system range are removed',
	'nobody',
);
