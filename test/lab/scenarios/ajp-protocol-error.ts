import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureApache } from '../apache.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

const expected = { verdict: 'diagnosed', diagnoses: ['ajp-protocol-error'], also: ['ajp-backend-down'] } as const;
const signature = /AH01080: ajp_msg_check_header\(\) got bad signature 4854/;

export const ajpProtocolError: ScenarioDefinition = {
	id: 'ajp-protocol-error',
	title: 'mod_proxy_ajp speaks AJP to a port where HTTP is spoken',
	expected,
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const web = await configureApache(ledger, { name: 'web', mpm: 'event' });
		const apache = await configureApache(ledger, {
			mpm: 'event',
			modules: ['proxy', 'proxy_ajp'],
			directives: () => [`ProxyPass /app/ ajp://127.0.0.1:${web.ports[0]}/app/`],
		});
		await Promise.all([web.start(), apache.start()]);
		await apache.get('/app/');
		await apache.waitForLog(signature);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: signature }],
			notes: ['Requests below /app/ fail: the worker points at an HTTP connector.'],
		});
	},
};

export const jkProtocolError: ScenarioDefinition = {
	id: 'ajp-protocol-error-mod-jk',
	title: 'mod_jk speaks AJP to a port where HTTP is spoken',
	expected,
	needs: ['root', 'apache2', 'modJk'],
	bringUp: async (ledger) => {
		const web = await configureApache(ledger, { name: 'web', mpm: 'event' });
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
			`worker.list=tomcat\nworker.tomcat.type=ajp13\nworker.tomcat.host=127.0.0.1\nworker.tomcat.port=${web.ports[0]}\n`,
		);
		await Promise.all([web.start(), apache.start()]);
		await apache.get('/app/');
		const jkLog = join(apache.root, 'mod_jk.log');
		const wrong = /wrong message format 0x4854/;
		await until('mod_jk says so', () => wrong.test(readFileSync(jkLog, 'utf8')));
		return scenarioOf(apache, {
			signs: [{ file: jkLog, matches: wrong }],
			notes: ['Requests below /app/ fail; only the log of mod_jk says why.'],
		});
	},
};
