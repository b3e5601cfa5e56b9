import { configureApache } from '../apache.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';

export const memoryLimitReached: ScenarioDefinition = {
	id: 'memory-limit-reached',
	title: 'httpd ends a child that is given no more memory',
	expected: { verdict: 'diagnosed', diagnoses: ['memory-limit-reached'] },
	needs: ['root', 'apache2', 'apxs', 'compiler', 'prlimit', 'cores', 'unlimitedCores'],
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_hungry');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['prlimit', `--as=${200 * 1024 * 1024}`, '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		await apache.get('/crash');
		await apache.waitForLog(/AH0005[12]: child pid/);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [{ file: apache.errorLog, matches: /Memory allocation failed, aborting process/ }],
			notes: ['The limit on the address space is 200 MiB.'],
		});
	},
};
