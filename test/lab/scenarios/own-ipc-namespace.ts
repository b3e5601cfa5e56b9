import { execFileSync } from 'node:child_process';
import { configureApache } from '../apache.ts';
import { makeNamespaces } from '../namespaces.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

/** Waits until a child waits for the lock, since one that comes later tells another errno; then removes it. */
const removeOnceWaitedFor = [
	"until ipcs -s | awk '$2 ~ /^[0-9]+$/ {print $2}' | xargs -r -n 1 ipcs -s -i",
	"| awk 'NF == 5 && $3 ~ /^[1-9]/ {found = 1} END {exit !found}'; do sleep 0.02; done; ipcrm --all=sem",
].join(' ');

/** The program looks from outside, where `ipcs` shows nothing of this server. */
export const ownIpcNamespace: ScenarioDefinition = {
	id: 'accept-mutex-removed-own-ipc-namespace',
	title: 'Semaphores are removed inside the IPC namespace of a container, and the program looks from outside',
	expected: {
		verdict: 'diagnosed',
		diagnoses: ['accept-mutex-removed'],
		not: ['accept-mutex-removed-by-logind', 'orphaned-semaphores', 'semaphore-limit-reached'],
	},
	needs: ['root', 'apache2', 'ipcs', 'namespaces'],
	bringUp: async (ledger) => {
		const { enter, keeper } = await makeNamespaces(ledger, '');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			listens: 2,
			launcher: enter,
			directives: () => ['Mutex sysvsem default'],
		});
		await apache.start();
		const [nsenter = '', ...words] = enter;
		execFileSync(nsenter, [...words, 'sh', '-c', removeOnceWaitedFor], { timeout: 15_000 });
		await apache.get();
		await apache.waitForLog(/AH02818/);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /\(43\)Identifier removed: AH00144: couldn't grab the accept mutex/ }],
			notes: [`Its semaphores were in an IPC namespace of its own: nsenter --ipc --target ${keeper} ipcs -s`],
		});
	},
};
