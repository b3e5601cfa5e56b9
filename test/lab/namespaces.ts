import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDetached } from './helper.ts';
import type { Ledger } from './ledger.ts';
import { until } from './wait.ts';

export interface Namespaces {
	/** Words before an argv that run it inside. */
	readonly enter: readonly string[];
	/** Process that keeps them. */
	readonly keeper: number;
	/** The root folder as seen inside. */
	readonly root: string;
}

/**
 * Makes an IPC, a mount and a host name namespace of our own, runs a shell script inside them as the first thing, and keeps them
 * until the ledger is closed. What the script mounts or writes to kernel.sem is not seen outside.
 */
export async function makeNamespaces(ledger: Ledger, setUp: string): Promise<Namespaces> {
	const ready = join(ledger.scratch, 'namespaces-are-ready');
	const script = join(ledger.scratch, 'namespaces.sh');
	writeFileSync(script, `set -e\n${setUp}\ntouch ${ready}\nexec sleep infinity\n`);
	const pid = await startDetached(ledger, ['unshare', '--ipc', '--mount', '--uts', '--propagation', 'private', 'sh', script]);
	await until('the namespaces are set up', () => existsSync(ready));
	return { enter: ['nsenter', '--target', String(pid), '--ipc', '--mount', '--uts'], keeper: pid, root: `/proc/${pid}/root` };
}

/** Makes a network namespace of our own with loopback and a link to the world that has this address, kept until the ledger is closed. */
export async function makeNetwork(ledger: Ledger, address: string): Promise<Pick<Namespaces, 'enter'>> {
	const ready = join(ledger.scratch, 'network-is-ready');
	const script = join(ledger.scratch, 'network.sh');
	const links = ['ip link set lo up', 'ip link add lab0 type veth peer name lab1', `ip address add ${address}/24 dev lab0`];
	const up = ['lab0', 'lab1'].map((link) => `ip link set ${link} up`);
	writeFileSync(script, ['set -e', ...links, ...up, `touch ${ready}`, 'exec sleep infinity', ''].join('\n'));
	const pid = await startDetached(ledger, ['unshare', '--net', 'sh', script]);
	await until('the network is set up', () => existsSync(ready));
	return { enter: ['nsenter', '--target', String(pid), '--net'] };
}
