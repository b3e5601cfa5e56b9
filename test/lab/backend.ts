import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Apache, configureApache } from './apache.ts';
import type { Ledger } from './ledger.ts';
import { until } from './wait.ts';

interface ProxySpec {
	/** Stands behind the address, such as `secret=…`. */
	readonly parameters?: string;
	readonly directives?: readonly string[];
}

/** A server that asks 127.0.0.1 for /app/, in AJP by mod_proxy_ajp. Configured, not started. */
export function proxyTo(ledger: Ledger, port: number, { parameters = '', directives = [] }: ProxySpec = {}): Promise<Apache> {
	return configureApache(ledger, {
		mpm: 'event',
		modules: ['proxy', 'proxy_ajp'],
		directives: () => [...directives, `ProxyPass /app/ ajp://127.0.0.1:${port}/app/ ${parameters}`.trimEnd()],
	});
}

/** The same by mod_jk, which has a log of its own. `worker` are further lines of its worker, such as `secret=…`. */
export async function jkTo(
	ledger: Ledger,
	port: number,
	worker: readonly string[] = [],
): Promise<{ readonly apache: Apache; readonly jkLog: string }> {
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
	const lines = ['type=ajp13', 'host=127.0.0.1', `port=${port}`, ...worker].map((line) => `worker.tomcat.${line}`);
	writeFileSync(join(apache.root, 'workers.properties'), `${['worker.list=tomcat', ...lines].join('\n')}\n`);
	return { apache, jkLog: join(apache.root, 'mod_jk.log') };
}

/** Asks for a page of the backend until the access log shows that it was answered so. Resolves to that log and its line. */
export async function untilAnswered(
	{ root, get }: Apache,
	status: number,
): Promise<{ readonly file: string; readonly matches: RegExp }> {
	const file = join(root, 'access.log');
	const matches = new RegExp(`"GET /app/index\\.html HTTP/1\\.1" ${status} `);
	await until(`the backend answers with ${status}`, async () => {
		await get('/app/index.html');
		return matches.test(readFileSync(file, 'utf8'));
	});
	return { file, matches };
}
