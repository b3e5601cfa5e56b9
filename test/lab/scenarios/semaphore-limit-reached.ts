import type { Ledger } from '../ledger.ts';
import { makeNamespaces } from '../namespaces.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { failedStart } from './failed-start.ts';

const expected = { verdict: 'diagnosed', diagnoses: ['semaphore-limit-reached'], not: ['disk-full'] } as const;

/** In an IPC namespace of our own, so that nothing else on this machine runs out of semaphores. */
async function namespaceWithoutSemaphores(ledger: Ledger): Promise<readonly string[]> {
	const others = ['ipcmk -S 1 >/dev/null', 'ipcmk -S 1 >/dev/null', 'ipcmk -S 2 >/dev/null'];
	const { enter } = await makeNamespaces(ledger, ['echo 250 32000 32 3 > /proc/sys/kernel/sem', ...others].join('\n'));
	return enter;
}

export const semaphoreLimitReached: ScenarioDefinition = failedStart({
	id: 'semaphore-limit-reached',
	title: 'All semaphore sets that the kernel allows are taken',
	expected,
	needs: ['namespaces', 'ipcs'],
	spec: async (ledger) => ({
		mpm: 'prefork',
		listens: 2,
		launcher: await namespaceWithoutSemaphores(ledger),
		directives: () => ['Mutex sysvsem default'],
	}),
	within: ({ launcher = [] }) => launcher,
	text: /\(28\)No space left on device: AH00023: Couldn't create the mpm-accept mutex/,
});

export const semaphoreLimitReachedByModule: ScenarioDefinition = failedStart({
	id: 'semaphore-limit-reached-by-module',
	title: 'The same, noticed by mod_proxy after the start command came back',
	expected,
	needs: ['namespaces', 'ipcs'],
	spec: async (ledger) => ({
		mpm: 'event',
		modules: ['proxy'],
		launcher: await namespaceWithoutSemaphores(ledger),
		directives: () => ['Mutex sysvsem default'],
	}),
	within: ({ launcher = [] }) => launcher,
	text: /\(28\)No space left on device: .*AH00023: Couldn't create the proxy mutex/,
	endsLater: true,
});
