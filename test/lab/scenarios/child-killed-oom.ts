import { configureApache } from '../apache.ts';
import { makeCgroup } from '../cgroup.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

export const childKilledOom: ScenarioDefinition = {
	id: 'child-killed-oom',
	title: 'The kernel kills a child that takes too much memory',
	expected: { verdict: 'diagnosed', diagnoses: ['child-killed-oom'] },
	needs: ['root', 'apache2', 'apxs', 'compiler', 'memoryCgroup', 'kernelLog'],
	bringUp: async (ledger) => {
		const { procs } = makeCgroup(ledger, 'memory', 64 * 1024 * 1024);
		const load = await ownModule(ledger, 'lab_hungry');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['sh', '-c', `echo $$ > ${procs} && exec "$@"`, 'sh'],
			directives: () => [load],
		});
		await apache.start();
		const before = apache.children();
		await apache.get('/crash');
		await until('a child is gone', () => before.some((pid) => !apache.children().includes(pid)));
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /resuming normal operations/ }],
			notes: ["The error log does not say that a child was killed; the kernel's log does: dmesg | grep 'Killed process'."],
		});
	},
};
