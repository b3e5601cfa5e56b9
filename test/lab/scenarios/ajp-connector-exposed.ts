import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureApache } from '../apache.ts';
import { proxyTo } from '../backend.ts';
import { freePorts } from '../http.ts';
import { makeNetwork } from '../namespaces.ts';
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
		const apache = await proxyTo(ledger, port);
		await apache.start();
		return scenarioOf(apache, {
			hints: ['--evidence', `tomcat-server-xml=${serverXml}`],
			signs: [{ file: serverXml, matches: /AJP\/1\.3.*address="0\.0\.0\.0" secretRequired="false"/ }],
			notes: ['httpd serves; whoever reaches the AJP port of Tomcat can read its files.'],
		});
	},
};

const address = '192.0.2.10';

/** A machine of its own, as far as the network goes: Tomcat really listens, and nobody outside can reach it. */
export const ajpConnectorOpen: ScenarioDefinition = {
	id: 'ajp-connector-exposed-live',
	title: 'A server that serves, and its Tomcat listens for AJP without a secret where other machines can reach it',
	expected: {
		verdict: 'healthy',
		diagnoses: ['ajp-connector-exposed'],
		leading: 'ajp-connector-exposed/listening-on-its-port',
		not: ['ajp-backend-down', 'ajp-secret-mismatch'],
	},
	needs: ['root', 'apache2', 'java', 'tomcat', 'network'],
	bringUp: async (ledger) => {
		const { enter } = await makeNetwork(ledger, address);
		const inside = (...argv: readonly string[]) => {
			const [nsenter = '', ...words] = enter;
			return execFileSync(nsenter, [...words, ...argv], { encoding: 'utf8', timeout: 15_000 });
		};
		const tomcat = configureTomcat(ledger, 8009, { address, secretRequired: 'false' }, enter);
		const apache = await configureApache(ledger, {
			mpm: 'event',
			modules: ['proxy', 'proxy_ajp'],
			launcher: enter,
			directives: () => [`ProxyPass /app/ ajp://${address}:8009/app/`],
		});
		await Promise.all([tomcat.startUntil(/Server startup in/), apache.launch()]);
		await apache.waitForLog(/resuming normal operations/);
		const page = `http://127.0.0.1:${apache.ports[0]}/app/index.html`;
		inside(process.execPath, '-e', `fetch('${page}').then(({ ok }) => process.exit(ok ? 0 : 1))`);
		const listening = join(ledger.scratch, 'listening.txt');
		writeFileSync(listening, inside('ss', '-ltnp'));
		return scenarioOf(apache, {
			within: enter,
			signs: [
				{ file: listening, matches: /192\.0\.2\.10\]?:8009\s.*"java"/ },
				{ file: join(apache.root, 'access.log'), matches: /"GET \/app\/index\.html HTTP\/1\.1" 200 / },
			],
			notes: [`${page} comes from Tomcat, whose files everybody in the network of ${address} can read.`],
		});
	},
};
