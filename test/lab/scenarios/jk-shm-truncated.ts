import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { configureJk } from '../mod-jk.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';

const line = /AH00051: child pid \d+ exit signal Bus error \(7\), possible coredump in/;

export const jkShmTruncated: ScenarioDefinition = {
	id: 'jk-shm-truncated',
	title: 'The shared memory file of mod_jk was cut to nothing while httpd runs',
	expected: { verdict: 'diagnosed', diagnoses: ['child-bus-error'], also: ['mod-jk-shm-crash'], culprit: 'mod_jk.so' },
	needs: ['root', 'apache2', 'modJk', 'gdb', 'prlimit', 'cores', 'unlimitedCores'],
	bringUp: async (ledger) => {
		const apache = await configureJk(ledger, {
			workers: (port) => [
				'worker.list=lb',
				'worker.lb.type=lb',
				'worker.lb.balance_workers=app',
				'worker.app.type=ajp13',
				'worker.app.host=127.0.0.1',
				`worker.app.port=${port}`,
			],
			mount: 'lb',
		});
		await apache.start();
		const run = join(apache.root, 'run');
		for (const name of readdirSync(run)) if (/^jk-runtime-status\.\d+$/.test(name)) truncateSync(join(run, name));
		await apache.get('/app/');
		await apache.waitForLog(line);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [{ file: apache.errorLog, matches: line }],
			notes: ['Every new child dies, one a second, until a full restart.'],
		});
	},
};
