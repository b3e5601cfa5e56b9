import { createServer } from 'node:net';
import { usualBinaries } from '../../collectors/httpd-command.ts';
import type { Target } from '../../domain/index.ts';
import { exitCode } from '../../headless/index.ts';
import { Failure } from '../failure.ts';
import { language } from '../language.ts';
import { limits } from './hands.ts';

const m = language.cli.drill.needs;

const moduleFolders = [
	'/usr/lib/apache2/modules',
	'/usr/lib64/httpd/modules',
	'/usr/lib64/apache2-prefork',
	'/usr/lib64/apache2',
	'/usr/lib/httpd/modules',
	'/usr/local/apache2/modules',
] as const;

const neededModule = 'mod_mpm_prefork.so';

const quiet = new AbortController().signal;

/** Throws a Failure that says what this operator or this machine lacks. */
export async function requireRights(target: Target): Promise<void> {
	if (!target.isRoot) throw new Failure(m.root, exitCode.unreachable);
	for (const [program, kit] of [
		['ipcrm', 'util-linux'],
		['ipcs', 'util-linux'],
	] as const) {
		const { problem } = await target.perform(
			{ kind: 'run', argv: [program, '--version'], output: 'both', expectedExitCodes: [0], ...limits('read') },
			quiet,
		);
		if (problem !== null) throw new Failure(m.program(program, kit), exitCode.unreachable);
	}
}

/** The program of httpd and the folder of its modules. */
export async function findHttpd(
	target: Target,
	named: string | null,
): Promise<{ readonly binary: string; readonly modules: string }> {
	const binary = await firstOf(target, named === null ? usualBinaries : [named]);
	if (binary === undefined) throw new Failure(m.httpd, exitCode.unreachable);
	const prefork = await firstOf(
		target,
		moduleFolders.map((folder) => `${folder}/${neededModule}`),
	);
	if (prefork === undefined) throw new Failure(m.module(neededModule), exitCode.unreachable);
	return { binary, modules: prefork.replace(/\/[^/]*$/, '') };
}

async function firstOf(target: Target, paths: readonly string[]): Promise<string | undefined> {
	const { text } = await target.perform({ kind: 'list-files', paths, contents: false, ...limits('read') }, quiet);
	const found = text.split('\n').map((line) => line.split('\t'));
	const there = found.filter(([, , , , , kind]) => kind === 'file' || kind === 'link').map((fields) => fields[6]);
	return paths.find((path) => there.includes(path));
}

export async function accountOf(target: Target, user: string): Promise<{ readonly uid: number; readonly gid: number }> {
	const { text } = await target.perform(
		{ kind: 'run', argv: ['getent', 'passwd', user], output: 'stdout', expectedExitCodes: [0, 2], ...limits('read') },
		quiet,
	);
	const [, , uid, gid] = text.split(':').map(Number);
	if (!uid || gid === undefined) throw new Failure(m.account(user));
	return { uid, gid };
}

/** Ports of 127.0.0.1 that nobody listens on now. */
export async function freePorts(): Promise<readonly [number, number]> {
	const [one, other] = [createServer(), createServer()];
	try {
		return [await portOf(one), await portOf(other)];
	} finally {
		one.close();
		other.close();
	}
}

function portOf(server: ReturnType<typeof createServer>): Promise<number> {
	const { promise, resolve, reject } = Promise.withResolvers<number>();
	server.once('error', reject);
	server.listen(0, '127.0.0.1', () => {
		const address = server.address();
		if (address !== null && typeof address === 'object') resolve(address.port);
		else reject(new Error('no port was given'));
	});
	return promise;
}
