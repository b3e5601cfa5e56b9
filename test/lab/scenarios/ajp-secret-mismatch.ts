import { jkTo, proxyTo, untilAnswered } from '../backend.ts';
import { freePorts } from '../http.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { configureTomcat } from '../tomcat.ts';

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
		const apache = await proxyTo(ledger, port);
		await Promise.all([tomcat.start(), apache.start()]);
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${tomcat.serverXml}`],
			signs: [await untilAnswered(apache, 403)],
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
		const { apache } = await jkTo(ledger, port, ['secret=the-secret-of-httpd']);
		await Promise.all([tomcat.start(), apache.start()]);
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${tomcat.serverXml}`],
			signs: [await untilAnswered(apache, 403)],
			notes: ['Requests below /app/ are answered with 403 and the error log of httpd is silent.'],
		});
	},
};
