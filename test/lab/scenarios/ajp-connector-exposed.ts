import { configureApache } from '../apache.ts';
import { freePorts } from '../http.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { configureTomcat } from '../tomcat.ts';

/** Tomcat is not started: nothing here must really listen to the world. */
export const ajpConnectorExposed: ScenarioDefinition = {
	id: 'ajp-connector-exposed',
	title: 'A server that serves, beside a Tomcat whose AJP connector is open to all addresses without a secret',
	expected: { verdict: 'healthy', diagnoses: ['ajp-connector-exposed'], not: ['ajp-backend-down', 'ajp-secret-mismatch'] },
	needs: ['root', 'apache2', 'tomcat'],
	bringUp: async (ledger) => {
		const [port = 0] = await freePorts(1);
		const { serverXml } = configureTomcat(ledger, port, { address: '0.0.0.0', secretRequired: 'false' });
		const apache = await configureApache(ledger, {
			mpm: 'event',
			modules: ['proxy', 'proxy_ajp'],
			directives: () => [`ProxyPass /app/ ajp://127.0.0.1:${port}/app/`],
		});
		await apache.start();
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${serverXml}`],
			signs: [{ file: serverXml, matches: /AJP\/1\.3.*address="0\.0\.0\.0" secretRequired="false"/ }],
			notes: ['httpd serves; whoever reaches the AJP port of Tomcat can read its files.'],
		});
	},
};
