import { execFileSync } from 'node:child_process';
import { configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import type { Ledger } from '../ledger.ts';
import { deploy, type Logind, startLogind } from '../logind/logind.ts';
import { waitsIn } from '../processes.ts';
import type { Scenario, ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

const needs: readonly Need[] = ['root', 'apache2', 'ipcs', 'namespaces', 'mount', 'logind', 'dbus', 'pythonDbus', 'pythonGlib'];

async function removeAndSee(ledger: Ledger, logind: Logind, remove: () => Promise<void>, note: string): Promise<Scenario> {
	const apache = await configureApache(ledger, {
		mpm: 'prefork',
		listens: 2,
		user: deploy.name,
		account: deploy,
		launcher: logind.enter,
		directives: () => ['Mutex sysvsem default'],
	});
	await apache.start();
	// Where the kernel does not tell, the children are left the time to reach the lock.
	await until('a child waits for the lock', () => apache.children().some((pid) => /sem/.test(waitsIn(pid))), 3000).catch(
		() => undefined,
	);
	await remove();
	await apache.get();
	await apache.waitForLog(/AH02818/);
	return scenarioOf(apache, {
		within: logind.enter,
		signs: [{ file: apache.errorLog, matches: /\((?:43|22)\)[\w ]+: AH0014[46][\s\S]*AH00050[\s\S]*AH02818/ }],
		notes: [note],
	});
}

export const acceptMutexRemovedByLogind: ScenarioDefinition = {
	id: 'accept-mutex-removed-by-logind',
	title: 'The last session of the run user ends, and logind removes the semaphores',
	expected: { verdict: 'diagnosed', diagnoses: ['accept-mutex-removed-by-logind'], also: ['accept-mutex-at-risk'] },
	needs,
	bringUp: async (ledger) => {
		const logind = await startLogind(ledger, { removeIpc: true });
		return removeAndSee(
			ledger,
			logind,
			() => logind.logInAndOut(deploy),
			'A real systemd-logind removed the semaphores of deploy.',
		);
	},
};

export const acceptMutexRemovedDespiteLogind: ScenarioDefinition = {
	id: 'accept-mutex-removed-despite-logind',
	title: 'Sessions of the run user end, but logind was told to leave semaphores alone; somebody else removes them',
	expected: {
		verdict: 'diagnosed',
		diagnoses: ['accept-mutex-removed'],
		also: ['accept-mutex-at-risk'],
		not: ['accept-mutex-removed-by-logind'],
	},
	needs,
	bringUp: async (ledger) => {
		const logind = await startLogind(ledger, { removeIpc: false });
		const remove = async () => {
			await logind.logInAndOut(deploy);
			const [enter = '', ...rest] = logind.enter;
			execFileSync(enter, [...rest, 'ipcrm', '--all=sem']);
		};
		return removeAndSee(ledger, logind, remove, 'RemoveIPC=no is in force; ipcrm removed the semaphores.');
	},
};
