import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from './ledger.ts';
import { isWritable } from './sysctl.ts';

export type Controller = 'memory' | 'pids';

/** A control group of our own. Processes enter it by writing their pid to `procs`. */
export interface Cgroup {
	readonly path: string;
	readonly procs: string;
}

/** Folder below which groups with this controller can be made, version 1 or 2; null where there is none. */
export function cgroupRoot(controller: Controller): string | null {
	const first = join('/sys/fs/cgroup', controller);
	if (existsSync(join(first, 'cgroup.procs')) && isWritable(first)) return first;
	const enabled = '/sys/fs/cgroup/cgroup.subtree_control';
	if (!existsSync(enabled) || !isWritable('/sys/fs/cgroup')) return null;
	return readFileSync(enabled, 'utf8').split(/\s+/).includes(controller) ? '/sys/fs/cgroup' : null;
}

/** A group limited to `bytes` of memory or to a number of processes. */
export function makeCgroup(ledger: Ledger, controller: Controller, limit: number): Cgroup {
	const root = cgroupRoot(controller);
	if (root === null) throw new Error(`no groups for ${controller} can be made here`);
	const path = join(root, ledger.scratch.replaceAll('/', '-').slice(1));
	ledger.record({ kind: 'cgroup', path });
	mkdirSync(path);
	const file = controller === 'pids' ? 'pids.max' : root.endsWith('memory') ? 'memory.limit_in_bytes' : 'memory.max';
	writeFileSync(join(path, file), String(limit));
	return { path, procs: join(path, 'cgroup.procs') };
}
