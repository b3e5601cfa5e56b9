import { configureApache } from '../apache.ts';
import { ownModule } from '../own-module.ts';
import { signal } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const childExitCrash: ScenarioDefinition = {
	id: 'child-exit-crash',
	title: 'Every child dies when a graceful restart asks it to leave',
	expected: { verdict: 'diagnosed', diagnoses: ['child-exit-crash'], also: ['module-crash'] },
	needs: crashNeeds,
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_exit');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		signal(apache.parentPid(), 'SIGUSR1');
		await apache.waitForLog(/AH00171: Graceful restart requested[\s\S]*AH00051: child pid \d+ exit signal Segmentation fault/);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [{ file: apache.errorLog, matches: /AH00051: child pid \d+ exit signal Segmentation fault \(11\)/ }],
			notes: ['Requests are served; children die only when they are told to leave.'],
		});
	},
};
