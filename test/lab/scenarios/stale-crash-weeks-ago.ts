import { utimesSync } from 'node:fs';
import { configureApache, type Places } from '../apache.ts';
import { daysAgo } from '../fake-clock.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

const days = 40;

/** A log that goes back over weeks, as no test could wait for: the first run was made under a clock of the past. */
export const crashWeeksAgo: ScenarioDefinition = {
	id: 'stale-crash-weeks-ago',
	title: 'A module crashed weeks ago; httpd was started again today, and the core still lies about',
	expected: { verdict: 'healthy', diagnoses: [], not: ['module-crash'] },
	needs: [...crashNeeds, 'faketime'],
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_segv');
		const spec = { mpm: 'prefork', directives: coreDirectives(load) } as const;
		const before = await configureApache(ledger, {
			...spec,
			launcher: ['prlimit', '--core=unlimited:unlimited', ...daysAgo(days)],
		});
		await before.start();
		await before.get('/crash');
		await before.waitForLog(/AH00051/);
		const core = await coreIn(before.coreDirectory);
		const then = Date.now() / 1000 - days * 86_400;
		utimesSync(core, then, then);
		await before.stop();
		const apache = await configureApache(ledger, { ...spec, ports: before.ports });
		await apache.start();
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH00051[\s\S]*AH00169: caught SIGTERM[\s\S]*AH00163/ }],
			notes: [`The crash in the log and ${core} are ${days} days older than the last start.`],
		});
	},
};

function coreDirectives(load: string) {
	return ({ coreDirectory }: Places) => [load, `CoreDumpDirectory ${coreDirectory}`];
}
