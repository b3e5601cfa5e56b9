import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helperOutput, startDetached } from './helper.ts';
import { accepts } from './http.ts';
import type { Ledger } from './ledger.ts';
import { until } from './wait.ts';

export const tomcatHome = '/usr/share/tomcat10';

export interface Tomcat {
	readonly serverXml: string;
	/** Waits until the AJP port accepts connections. */
	readonly start: () => Promise<void>;
	/** Waits until Tomcat has written this, which is for connectors that do not come up. */
	readonly startUntil: (said: RegExp) => Promise<void>;
}

/**
 * Configures Debian's Tomcat below the scratch folder with one AJP connector; `attributes` as in server.xml.
 * @param launcher words before the start command.
 */
export function configureTomcat(
	ledger: Ledger,
	port: number,
	attributes: Readonly<Record<string, string>>,
	launcher: readonly string[] = [],
): Tomcat {
	const base = join(ledger.scratch, 'tomcat');
	for (const folder of ['conf', 'logs', 'temp', 'work', 'webapps/app']) mkdirSync(join(base, folder), { recursive: true });
	copyFileSync(join(tomcatHome, 'etc/web.xml'), join(base, 'conf/web.xml'));
	writeFileSync(join(base, 'webapps/app/index.html'), '<p>Tomcat works.</p>\n');
	const serverXml = join(base, 'conf/server.xml');
	const connector = Object.entries({ protocol: 'AJP/1.3', port: String(port), ...attributes });
	writeFileSync(
		serverXml,
		`<?xml version="1.0" encoding="UTF-8"?>
<Server port="-1" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Connector ${connector.map(([name, value]) => `${name}="${value}"`).join(' ')} />
    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps" unpackWARs="false" autoDeploy="false" />
    </Engine>
  </Service>
</Server>
`,
	);
	const launch = () => {
		const classPath = ['bootstrap.jar', 'tomcat-juli.jar'].map((name) => `${tomcatHome}/bin/${name}`).join(':');
		const places = [`-Dcatalina.home=${tomcatHome}`, `-Dcatalina.base=${base}`, `-Djava.io.tmpdir=${base}/temp`];
		const words = ['-Xmx128m', '-XX:+UseSerialGC', ...places, '-cp', classPath, 'org.apache.catalina.startup.Bootstrap', 'start'];
		return startDetached(ledger, [...launcher, 'java', ...words]);
	};
	return {
		serverXml,
		start: async () => {
			await launch();
			await until('Tomcat accepts connections', () => accepts(port), 60_000);
		},
		startUntil: async (said) => {
			await launch();
			await until(`Tomcat says ${said}`, () => said.test(readFileSync(helperOutput(ledger), 'utf8')), 60_000);
		},
	};
}
