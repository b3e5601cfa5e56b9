import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ledger } from './ledger.ts';
import { allProcesses } from './processes.ts';
import { semaphoreSets, setsOf } from './semaphores.ts';

/** Semaphore sets that the servers of a ledger have now, or had when they were started. */
export function ownedSets({ scratch, recorded }: Pick<Ledger, 'scratch' | 'recorded'>): number[] {
	const pids = allProcesses().filter(({ argv }) => argv.some((word) => word.startsWith(scratch)));
	const atStart = recorded().flatMap((action) => (action.kind === 'semaphores' ? action.ids : []));
	return [...setsOf(new Set(pids.map(({ pid }) => pid))), ...atStart];
}

/** Asserts that no process, mount, control group, folder or lock names the scratch folder any more, and the sets are gone. */
export function expectNothingLeft({ scratch }: Pick<Ledger, 'scratch'>, sets: readonly number[]): void {
	const name = scratch.split('/').at(-1) ?? scratch;
	const processes = allProcesses().filter(({ pid, argv }) => pid !== process.pid && argv.some((word) => word.includes(name)));
	expect(processes).toEqual([]);
	expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(name);
	expect(readFileSync('/proc/self/cgroup', 'utf8')).not.toContain(name);
	expect(existsSync(scratch)).toBe(false);
	expect(existsSync(join(tmpdir(), name))).toBe(false);
	expect(semaphoreSets().filter(({ id }) => sets.includes(id))).toEqual([]);
}
