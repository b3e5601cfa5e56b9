import { readFileSync } from 'node:fs';
import { jkTo, proxyTo } from '../backend.ts';
import { helperOutput } from '../helper.ts';
import { freePorts } from '../http.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { configureTomcat } from '../tomcat.ts';
import { until } from '../wait.ts';

const refused = /\(111\)Connection refused: AH00957: AJP: attempt to connect to 127\.0\.0\.1:\d+/;

export const ajpBackendDown: ScenarioDefinition = {
	id: 'ajp-backend-down',
	title: 'Nothing listens where mod_proxy_ajp expects Tomcat',
	expected: { verdict: 'diagnosed', diagnoses: ['ajp-backend-down'] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const [backend = 0] = await freePorts(1);
		const apache = await proxyTo(ledger, backend);
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
		const [backend = 0] = await freePorts(1);
		const { apache, jkLog } = await jkTo(ledger, backend);
		await apache.start();
		await apache.get('/app/');
		await until('mod_jk says so', () => /errno=111/.test(readFileSync(jkLog, 'utf8')));
		return scenarioOf(apache, {
			signs: [{ file: jkLog, matches: /connecting to backend failed\. Tomcat is probably not started .*errno=111/ }],
			notes: ['Requests below /app/ are answered with 503; only the log of mod_jk says why.'],
		});
	},
};

const noSecret = /secretRequired="true" but the secret attribute is either null or/;
const unanswered = /\(70007\)The timeout specified has expired: .*AH00878: read response failed from 127\.0\.0\.1:\d+/;

export const ajpConnectorRefused: ScenarioDefinition = {
	id: 'ajp-backend-down-no-secret',
	title: 'Tomcat runs, but does not start an AJP connector that demands a secret and has none',
	expected: {
		verdict: 'diagnosed',
		diagnoses: ['ajp-backend-down'],
		leading: 'ajp-backend-down/connector-refuses-to-start',
		not: ['ajp-secret-mismatch'],
	},
	needs: ['root', 'apache2', 'java', 'tomcat'],
	bringUp: async (ledger) => {
		const [port = 0] = await freePorts(1);
		// What is not set is true since the fix of CVE-2020-1938: only version and server.xml together tell.
		const tomcat = configureTomcat(ledger, port, { address: '127.0.0.1' });
		const apache = await proxyTo(ledger, port, { directives: ['ProxyTimeout 2'] });
		await Promise.all([tomcat.startUntil(noSecret), apache.start()]);
		await apache.get('/app/');
		await apache.waitForLog(unanswered);
		return scenarioOf(apache, {
			signs: [
				{ file: apache.errorLog, matches: unanswered },
				{ file: helperOutput(ledger), matches: noSecret },
			],
			notes: ['Requests below /app/ are never answered: Tomcat holds the port, but speaks to nobody. Only its own log says why.'],
		});
	},
};
