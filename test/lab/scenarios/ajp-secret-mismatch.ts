import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureApache } from '../apache.ts';
import { freePorts } from '../http.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { configureTomcat } from '../tomcat.ts';
import { until } from '../wait.ts';

const expected = { verdict: 'diagnosed', diagnoses: ['ajp-secret-mismatch'], not: ['ajp-backend-down'] } as const;
const ofTomcat = { address: '127.0.0.1', secretRequired: 'true', secret: 'the-secret-of-tomcat' };

export const ajpSecretMismatch: ScenarioDefinition = {
	id: 'ajp-secret-mismatch',
	title: 'Tomcat asks for a secret and mod_proxy_ajp sends none',
	expected,
	needs: ['root', 'apache2', 'java', 'tomcat'],
	bringUp: async (ledger) => {
		const [port = 0] = await freePorts(1);
		const tomcat = configureTomcat(ledger, port, ofTomcat);
		const apache = await configureApache(ledger, {
			mpm: 'event',
			modules: ['proxy', 'proxy_ajp'],
			directives: () => [`ProxyPass /app/ ajp://127.0.0.1:${port}/app/`],
		});
		await Promise.all([tomcat.start(), apache.start()]);
		const accessLog = join(apache.root, 'access.log');
		await until('Tomcat refuses', async () => {
			await apache.get('/app/index.html');
			return / 403 /.test(readFileSync(accessLog, 'utf8'));
		});
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${tomcat.serverXml}`],
			signs: [{ file: accessLog, matches: /"GET \/app\/index\.html HTTP\/1\.1" 403 / }],
			notes: ['Requests below /app/ are answered with 403 and no log of httpd says why.'],
		});
	},
};

export const jkSecretMismatch: ScenarioDefinition = {
	id: 'ajp-secret-mismatch-mod-jk',
	title: 'mod_jk sends another secret than Tomcat expects',
	expected,
	needs: ['root', 'apache2', 'modJk', 'java', 'tomcat'],
	bringUp: async (ledger) => {
		const [port = 0] = await freePorts(1);
		const tomcat = configureTomcat(ledger, port, ofTomcat);
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
		const worker = ['type=ajp13', 'host=127.0.0.1', `port=${port}`, 'secret=the-secret-of-httpd'];
		writeFileSync(
			join(apache.root, 'workers.properties'),
			['worker.list=tomcat', ...worker.map((line) => `worker.tomcat.${line}`), ''].join('\n'),
		);
		await Promise.all([tomcat.start(), apache.start()]);
		const accessLog = join(apache.root, 'access.log');
		await until('Tomcat refuses', async () => {
			await apache.get('/app/index.html');
			return / 403 /.test(readFileSync(accessLog, 'utf8'));
		});
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${tomcat.serverXml}`],
			signs: [{ file: accessLog, matches: /"GET \/app\/index\.html HTTP\/1\.1" 403 / }],
			notes: ['Requests below /app/ are answered with 403 and the error log of httpd is silent.'],
		});
	},
};
