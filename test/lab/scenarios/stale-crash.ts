import { configureApache } from '../apache.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const staleCrash: ScenarioDefinition = {
	id: 'stale-crash',
	title: 'A module crashed before the last start; its core is still there',
	expected: { verdict: 'healthy', diagnoses: [], not: ['module-crash'] },
	needs: crashNeeds,
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_segv');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		await apache.get('/crash');
		await apache.waitForLog(/AH00051/);
		const core = await coreIn(apache.coreDirectory);
		await apache.stop();
		await apache.start();
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH00051[\s\S]*AH00169: caught SIGTERM[\s\S]*AH00163/ }],
			notes: [`The crash in the log and ${core} are older than the last start.`],
		});
	},
};
