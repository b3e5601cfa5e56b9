import { proxyTo, untilAnswered } from '../backend.ts';
import { freePorts } from '../http.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { configureTomcat } from '../tomcat.ts';

const secret = 'the-secret-of-both';

/** The counterpart of the scenarios with a wrong secret: the same servers, and they agree. */
export const healthyWithTomcat: ScenarioDefinition = {
	id: 'healthy-with-tomcat',
	title: 'A server that serves, with Tomcat behind it and one secret on both sides',
	expected: { verdict: 'healthy', diagnoses: [], not: ['ajp-secret-mismatch', 'ajp-connector-exposed'] },
	needs: ['root', 'apache2', 'java', 'tomcat'],
	bringUp: async (ledger) => {
		const [port = 0] = await freePorts(1);
		const tomcat = configureTomcat(ledger, port, { address: '127.0.0.1', secretRequired: 'true', secret });
		const apache = await proxyTo(ledger, port, { parameters: `secret=${secret}` });
		await tomcat.start();
		await apache.start();
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${tomcat.serverXml}`],
			signs: [await untilAnswered(apache, 200)],
			notes: [`http://127.0.0.1:${apache.ports[0]}/app/index.html comes from Tomcat.`],
		});
	},
};
