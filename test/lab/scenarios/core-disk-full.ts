import { configureApache } from '../apache.ts';
import { mountOn } from '../mounts.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const coreDiskFull: ScenarioDefinition = {
	id: 'core-disk-full',
	title: 'A core is cut off because its disk is full',
	expected: { verdict: 'diagnosed', diagnoses: ['core-disk-full'], also: ['child-killed-by-signal', 'disk-full'] },
	needs: [...crashNeeds, 'mount'],
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_segv');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
		});
		mountOn(ledger, apache.coreDirectory, 'size=256k,mode=1777');
		await apache.start();
		await apache.get('/crash');
		await apache.waitForLog(/AH0005[12]: child pid/);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [{ file: apache.errorLog, matches: /AH0005[12]: child pid \d+ exit signal Segmentation fault \(11\)/ }],
			notes: [`${apache.coreDirectory} is full; the core in it is not whole.`],
		});
	},
};
