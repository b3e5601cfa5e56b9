import { configureApache } from '../apache.ts';
import { makeNamespaces } from '../namespaces.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const coreHiddenByNamespace: ScenarioDefinition = {
	id: 'core-hidden-by-namespace',
	title: 'A core lies in a mount namespace of httpd alone, as with PrivateTmp',
	expected: { verdict: 'diagnosed', diagnoses: ['core-hidden-by-namespace'], also: ['child-killed-by-signal', 'module-crash'] },
	needs: [...crashNeeds, 'namespaces', 'mount'],
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_segv');
		const cores = `${ledger.scratch}/server/cores`;
		const { enter } = await makeNamespaces(ledger, `mkdir -p ${cores}\nmount -t tmpfs -o mode=1777 tmpfs ${cores}`);
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: [...enter, 'prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		await apache.get('/crash');
		const line = /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/;
		await apache.waitForLog(line);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: line }],
			notes: [`The core is in /proc/${apache.parentPid()}/root${cores}, not in ${cores}.`],
		});
	},
};
