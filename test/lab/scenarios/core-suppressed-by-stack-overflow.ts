import { configureApache } from '../apache.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const coreSuppressedByStackOverflow: ScenarioDefinition = {
	id: 'core-suppressed-by-stack-overflow',
	title: 'One crash left a core; another one, out of stack, could leave none',
	expected: {
		verdict: 'diagnosed',
		diagnoses: ['module-crash', 'core-suppressed-by-stack-overflow'],
		culprit: 'mod_lab_segv.so',
	},
	needs: crashNeeds,
	bringUp: async (ledger) => {
		await armCores(ledger);
		const loads = [await ownModule(ledger, 'lab_segv'), await ownModule(ledger, 'lab_recurse')];
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [...loads, `CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		await apache.get('/deep');
		await apache.waitForLog(/AH00052/);
		await apache.get('/crash');
		await apache.waitForLog(/AH00051/);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [
				{ file: apache.errorLog, matches: /AH00052: child pid \d+ exit signal Segmentation fault \(11\)/ },
				{ file: apache.errorLog, matches: /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump/ },
			],
			notes: ['/deep ends a child without a core, /crash with one.'],
		});
	},
};
