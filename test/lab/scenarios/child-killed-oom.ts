import { setTimeout as sleep } from 'node:timers/promises';
import { type Apache, configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import { makeCgroup } from '../cgroup.ts';
import type { Ledger } from '../ledger.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

async function killedOnce(ledger: Ledger): Promise<Apache> {
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
	return apache;
}

const needs: readonly Need[] = ['root', 'apache2', 'apxs', 'compiler', 'memoryCgroup', 'kernelLog'];

export const childKilledOom: ScenarioDefinition = {
	id: 'child-killed-oom',
	title: 'The kernel kills a child that takes too much memory',
	expected: { verdict: 'diagnosed', diagnoses: ['child-killed-oom'], also: ['memory-limit-reached'] },
	needs,
	bringUp: async (ledger) => {
		const apache = await killedOnce(ledger);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /resuming normal operations/ }],
			notes: ["The error log does not say that a child was killed; the kernel's log does: dmesg | grep 'Killed process'."],
		});
	},
};

export const staleOom: ScenarioDefinition = {
	id: 'stale-oom',
	title: 'The kernel killed a child before the last start, which its log still says',
	expected: { verdict: 'healthy', diagnoses: [], not: ['child-killed-oom'] },
	needs,
	bringUp: async (ledger) => {
		const apache = await killedOnce(ledger);
		await apache.stop();
		// The clock of the kernel's log is not the one of the error log; they agree to about a second.
		await sleep(1500);
		await apache.start();
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH00169: caught SIGTERM[\s\S]*AH00163/ }],
			notes: ['What the kernel says is older than the last start.'],
		});
	},
};
