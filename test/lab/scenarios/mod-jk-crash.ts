import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gdbOn } from '../gdb.ts';
import { configureJk } from '../mod-jk.ts';
import { isTraced } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

export const modJkCrash: ScenarioDefinition = {
	id: 'mod-jk-crash',
	title: 'A child dies in the maintenance of mod_jk',
	// With a single worker that gdb holds, httpd truly says that all are busy.
	expected: { verdict: 'diagnosed', diagnoses: ['mod-jk-shm-crash'], also: ['max-workers-reached'], culprit: 'mod_jk.so' },
	needs: ['root', 'apache2', 'modJk', 'gdb', 'prlimit', 'cores', 'unlimitedCores'],
	bringUp: async (ledger) => {
		const apache = await configureJk(ledger, {
			workers: (port) => [
				'worker.list=tomcat',
				'worker.tomcat.type=ajp13',
				'worker.tomcat.host=127.0.0.1',
				`worker.tomcat.port=${port}`,
			],
			mount: 'tomcat',
			pool: ['ServerLimit 1', 'StartServers 1', 'MinSpareServers 1', 'MaxSpareServers 1', 'MaxRequestWorkers 1'],
		});
		await apache.start();
		const [child = 0] = apache.children();
		const attached = gdbOn(child, [
			'set breakpoint pending on',
			'break jk_shm_check_maintain',
			'handle SIGSEGV nostop noprint pass',
			'continue',
			'delete',
			'signal SIGSEGV',
		]);
		await until('gdb holds the child', () => isTraced(child));
		const [output] = await Promise.all([attached, apache.get('/app/')]);
		writeFileSync(join(ledger.scratch, 'gdb.txt'), output);
		await apache.waitForLog(/AH00051/);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [
				{ file: apache.errorLog, matches: /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/ },
				{ file: join(ledger.scratch, 'gdb.txt'), matches: /jk_shm_check_maintain/ },
			],
			notes: ['The only child was killed by a signal at jk_shm_check_maintain; the parent has made a new one.'],
		});
	},
};
