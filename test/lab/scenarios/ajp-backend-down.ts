import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureApache } from '../apache.ts';
import { freePorts } from '../http.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

const refused = /\(111\)Connection refused: AH00957: AJP: attempt to connect to 127\.0\.0\.1:\d+/;

export const ajpBackendDown: ScenarioDefinition = {
	id: 'ajp-backend-down',
	title: 'Nothing listens where mod_proxy_ajp expects Tomcat',
	expected: { verdict: 'diagnosed', diagnoses: ['ajp-backend-down'] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const [backend] = await freePorts(1);
		const apache = await configureApache(ledger, {
			mpm: 'event',
			modules: ['proxy', 'proxy_ajp'],
			directives: () => [`ProxyPass /app/ ajp://127.0.0.1:${backend}/app/`],
		});
		await apache.start();
		for (let count = 0; count < 3; count++) await apache.get('/app/');
		await apache.waitForLog(refused);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: refused }],
			notes: [`Requests below /app/ are answered with 503; nothing listens on port ${backend}.`],
		});
	},
};

export const jkBackendDown: ScenarioDefinition = {
	id: 'ajp-backend-down-mod-jk',
	title: 'Nothing listens where mod_jk expects Tomcat',
	expected: { verdict: 'diagnosed', diagnoses: ['ajp-backend-down'] },
	needs: ['root', 'apache2', 'modJk'],
	bringUp: async (ledger) => {
		const [backend] = await freePorts(1);
		const apache = await configureApache(ledger, {
			mpm: 'event',
			modules: ['jk'],
			directives: ({ root }) => [
				`JkWorkersFile ${root}/workers.properties`,
				`JkLogFile ${root}/mod_jk.log`,
				`JkShmFile ${root}/run/jk-runtime-status`,
				'JkMount /app/* tomcat',
			],
		});
		writeFileSync(
			join(apache.root, 'workers.properties'),
			`worker.list=tomcat\nworker.tomcat.type=ajp13\nworker.tomcat.host=127.0.0.1\nworker.tomcat.port=${backend}\n`,
		);
		await apache.start();
		await apache.get('/app/');
		const jkLog = join(apache.root, 'mod_jk.log');
		await until('mod_jk says so', () => /errno=111/.test(readFileSync(jkLog, 'utf8')));
		return scenarioOf(apache, {
			signs: [{ file: jkLog, matches: /connecting to backend failed\. Tomcat is probably not started .*errno=111/ }],
			notes: ['Requests below /app/ are answered with 503; only the log of mod_jk says why.'],
		});
	},
};
