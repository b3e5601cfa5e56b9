import { configureApache } from '../apache.ts';
import { processEntry } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { isWaitedFor, removeSet } from '../semaphores.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

export const orphanKeepsPort: ScenarioDefinition = {
	id: 'orphan-keeps-port',
	title: 'Semaphores were removed, and the child that held the lock keeps the port from the next start',
	expected: { verdict: 'diagnosed', diagnoses: ['accept-mutex-removed', 'port-in-use'] },
	needs: ['root', 'apache2', 'ipcs'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, { mpm: 'prefork', listens: 2, directives: () => ['Mutex sysvsem default'] });
		await apache.start();
		await until('a child waits for the lock', () => apache.semaphores().some(isWaitedFor));
		const parent = apache.parentPid();
		for (const set of apache.semaphores()) removeSet(set);
		await apache.waitForLog(/AH02818/);
		await until('the parent is gone', () => processEntry(parent) === null);
		const { exitCode } = await apache.launch();
		if (exitCode === 0) throw new Error('httpd started although a child of the last run should hold the port');
		return scenarioOf(apache, {
			hints: ['--evidence', `error-log=${apache.terminalFile}`],
			signs: [
				{ file: apache.errorLog, matches: /\(43\)Identifier removed: AH00144/ },
				{ file: apache.terminalFile, matches: /\(98\)Address already in use: AH00072/ },
			],
			notes: ['One old child without a parent still listens; the next request would end it.'],
		});
	},
};
