import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, account } from './accounts.ts';
import { answers, freePorts, get, type Reply } from './http.ts';
import { type ConfigSpec, httpdConfig, type Mpm } from './httpd-config.ts';
import type { Ledger } from './ledger.ts';
import { httpdsOf, processEntry, signal } from './processes.ts';
import { setsOf } from './semaphores.ts';
import { until } from './wait.ts';

export const httpd = '/usr/sbin/apache2';

export interface ApacheSpec {
	readonly mpm: Mpm;
	/** Sockets on free ports of 127.0.0.1. */
	readonly listens?: number;
	/** Ports that others have chosen, in place of `listens`. */
	readonly ports?: readonly number[];
	readonly user?: string;
	/** Of the user, where only the namespace of the server knows it. */
	readonly account?: Account;
	readonly modules?: readonly string[];
	readonly pool?: readonly string[];
	readonly errorLog?: string;
	/** Further lines of the configuration, which may name the server's own places. */
	readonly directives?: (places: Places) => readonly string[];
	/** Programs before httpd that set its limits or its surroundings and then become it, such as `prlimit`. */
	readonly launcher?: readonly string[];
	/** Folder below the scratch folder, where one scenario has several servers. */
	readonly name?: string;
	/** Working directory of the start command. */
	readonly cwd?: string;
}

export interface Places {
	readonly root: string;
	readonly documentRoot: string;
	/** Belongs to the run user. */
	readonly coreDirectory: string;
}

/** How the start command ended, as the operator saw it. */
export interface Launched {
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly terminal: string;
}

/** A server of our own below a scratch folder. Configured, and started as often as one likes. */
export interface Apache extends Places {
	readonly config: string;
	readonly errorLog: string;
	/** File with what the last start or stop command wrote. */
	readonly terminalFile: string;
	readonly ports: readonly number[];
	/** Runs the start command and nothing more. */
	readonly launch: () => Promise<Launched>;
	/** Starts and waits until a request is answered. */
	readonly start: () => Promise<void>;
	/** Asks politely and waits until no process is left. */
	readonly stop: () => Promise<void>;
	readonly parentPid: () => number;
	readonly children: () => number[];
	/** Waits until no process is left, not even one that nobody has taken note of, whose pid httpd would take for itself. */
	readonly untilGone: () => Promise<void>;
	/** System V semaphore sets that this server created and that still exist. */
	readonly semaphores: () => number[];
	readonly get: (path?: string, port?: number) => Promise<Reply>;
	readonly log: () => string;
	readonly waitForLog: (pattern: RegExp, milliseconds?: number) => Promise<void>;
}

const launchDeadlineMs = 20_000;

function command(argv: readonly string[], terminalFile: string, cwd: string): Promise<Launched> {
	const output = openSync(terminalFile, 'w');
	const [program = httpd, ...rest] = argv;
	return new Promise((resolve, reject) => {
		// The environment of an operator's shell must not decide what httpd does.
		const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C' };
		const child = spawn(program, rest, { cwd, env, stdio: ['ignore', output, output], timeout: launchDeadlineMs });
		child.once('error', reject);
		child.once('exit', (exitCode, endSignal) => {
			resolve({ exitCode, signal: endSignal, terminal: readFileSync(terminalFile, 'utf8') });
		});
		closeSync(output);
	});
}

/** Writes the configuration of a server below the ledger's scratch folder; it is not started yet. */
export async function configureApache(ledger: Ledger, spec: ApacheSpec): Promise<Apache> {
	const root = join(ledger.scratch, spec.name ?? 'server');
	const places: Places = { root, documentRoot: join(root, 'htdocs'), coreDirectory: join(root, 'cores') };
	const user = spec.user ?? 'www-data';
	const { uid, gid } = spec.account ?? account(user);
	for (const folder of [root, places.documentRoot, places.coreDirectory, join(root, 'run')])
		mkdirSync(folder, { recursive: true });
	for (const folder of [places.coreDirectory, places.documentRoot]) chownSync(folder, uid, gid);
	writeFileSync(join(places.documentRoot, 'index.html'), '<p>It works.</p>\n');
	const ports = spec.ports ?? (await freePorts(spec.listens ?? 1));
	const config = join(root, 'httpd.conf');
	const errorLog = join(root, 'error.log');
	const pidFile = join(root, 'httpd.pid');
	const terminalFile = join(root, 'terminal.txt');
	const configuration: ConfigSpec = {
		root,
		mpm: spec.mpm,
		listens: ports.map((port) => `127.0.0.1:${port}`),
		user,
		modules: spec.modules ?? [],
		errorLog: spec.errorLog ?? errorLog,
		accessLog: join(root, 'access.log'),
		documentRoot: places.documentRoot,
		...(spec.pool && { pool: spec.pool }),
		directives: spec.directives?.(places) ?? [],
	};
	writeFileSync(config, httpdConfig(configuration));
	ledger.record({ kind: 'httpd', config });

	const launch = () =>
		command([...(spec.launcher ?? []), httpd, '-f', config, '-k', 'start'], terminalFile, spec.cwd ?? ledger.scratch);
	const log = () => (existsSync(errorLog) ? readFileSync(errorLog, 'utf8') : '');
	const untilGone = () =>
		until('httpd has ended', () => httpdsOf(config).length === 0 && !(existsSync(pidFile) && processEntry(parentPid())));
	const parentPid = () => Number(readFileSync(pidFile, 'utf8'));
	const request = (path = '/', port = ports[0] ?? 0) => get(port, path);
	const semaphores = () => setsOf(new Set(httpdsOf(config).map(({ pid }) => pid)));
	return {
		...places,
		config,
		errorLog,
		terminalFile,
		ports,
		launch,
		start: async () => {
			const { exitCode, terminal } = await launch();
			if (exitCode !== 0) throw new Error(`httpd did not start (exit ${exitCode}): ${terminal}${log()}`);
			await until('httpd answers', () => answers(ports[0] ?? 0));
			const ids = semaphores();
			if (ids.length > 0) ledger.record({ kind: 'semaphores', ids });
		},
		stop: async () => {
			signal(parentPid(), 'SIGTERM');
			await untilGone();
		},
		parentPid,
		children: () => {
			const parent = parentPid();
			return httpdsOf(config)
				.filter((entry) => entry.parentPid === parent)
				.map(({ pid }) => pid);
		},
		untilGone,
		semaphores,
		get: request,
		log,
		waitForLog: (pattern, milliseconds) => until(`${errorLog} holds ${pattern}`, () => pattern.test(log()), milliseconds),
	};
}
