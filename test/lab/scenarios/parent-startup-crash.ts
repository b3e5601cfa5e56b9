import { writeFileSync } from 'node:fs';
import { configureApache } from '../apache.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const parentStartupCrash: ScenarioDefinition = {
	id: 'parent-startup-crash',
	title: 'httpd dies while it reads its configuration',
	expected: { verdict: 'diagnosed', diagnoses: ['parent-startup-crash'], also: ['module-crash'], culprit: 'mod_lab_start.so' },
	needs: crashNeeds,
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_start');
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			// As apachectl does: a shell that outlives httpd and says what became of it.
			launcher: ['prlimit', '--core=unlimited:unlimited', 'sh', '-c', '"$@"; exit $?', 'apachectl'],
			cwd: `${ledger.scratch}/server/cores`,
			directives: () => [load],
		});
		const { exitCode } = await apache.launch();
		if (exitCode !== 139) throw new Error(`the start ended with ${exitCode}, not by a signal`);
		writeFileSync(apache.errorLog, '', { flag: 'a' });
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			hints: ['--evidence', `error-log=${apache.terminalFile}`],
			signs: [{ file: apache.terminalFile, matches: /Segmentation fault \(core dumped\)/ }],
			notes: ['The start command ended with 139 and the error log says nothing.'],
		});
	},
};
