import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Apache, configureApache } from './apache.ts';
import { freePorts } from './http.ts';
import type { Ledger } from './ledger.ts';
import { armCores } from './sysctl.ts';

interface JkSpec {
	/** Lines of workers.properties; nothing listens on the port. */
	readonly workers: (port: number) => readonly string[];
	/** Worker that /app/ is mounted on. */
	readonly mount: string;
	/** Replaces the usual small pool of processes. */
	readonly pool?: readonly string[];
}

/** An Apache with mod_jk and its shared memory, whose children may leave cores. It is not started yet. */
export async function configureJk(ledger: Ledger, { workers, mount, pool }: JkSpec): Promise<Apache> {
	await armCores(ledger);
	const [port = 0] = await freePorts(1);
	const file = join(ledger.scratch, 'workers.properties');
	writeFileSync(
		file,
		workers(port)
			.map((line) => `${line}\n`)
			.join(''),
	);
	return configureApache(ledger, {
		mpm: 'prefork',
		modules: ['jk'],
		launcher: ['prlimit', '--core=unlimited:unlimited'],
		...(pool === undefined ? {} : { pool }),
		directives: ({ root, coreDirectory }) => [
			`JkWorkersFile ${file}`,
			`JkLogFile ${root}/mod_jk.log`,
			`JkShmFile ${root}/run/jk-runtime-status`,
			`JkMount /app/* ${mount}`,
			`CoreDumpDirectory ${coreDirectory}`,
		],
	});
}
