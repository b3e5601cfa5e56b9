import { makeNamespaces } from '../namespaces.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { failedStart } from './failed-start.ts';

/** In an IPC namespace of our own, so that nothing else on this machine runs out of semaphores. */
export const semaphoreLimitReached: ScenarioDefinition = failedStart({
	id: 'semaphore-limit-reached',
	title: 'All semaphore sets that the kernel allows are taken',
	expected: { verdict: 'diagnosed', diagnoses: ['semaphore-limit-reached'], not: ['disk-full'] },
	needs: ['namespaces', 'ipcs'],
	spec: async (ledger) => {
		const others = ['ipcmk -S 1 >/dev/null', 'ipcmk -S 1 >/dev/null', 'ipcmk -S 2 >/dev/null'];
		const { enter } = await makeNamespaces(ledger, ['echo 250 32000 32 3 > /proc/sys/kernel/sem', ...others].join('\n'));
		return { mpm: 'prefork', listens: 2, launcher: enter, directives: () => ['Mutex sysvsem default'] };
	},
	within: ({ launcher = [] }) => launcher,
	text: /\(28\)No space left on device: AH0002[1-4]|could not create accept mutex/,
});
