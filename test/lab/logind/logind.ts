import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../accounts.ts';
import { startDetached } from '../helper.ts';
import type { Ledger } from '../ledger.ts';
import { makeNamespaces } from '../namespaces.ts';
import { until } from '../wait.ts';

/** An ordinary account that exists only where our logind runs. */
export const deploy: Account & { readonly name: string } = { name: 'deploy', uid: 1234, gid: 1234 };

export interface Logind {
	/** Words before an argv that run it where this logind is the one of the system. */
	readonly enter: readonly string[];
	/** Opens a session of an account as sshd does, and closes it. Resolves when logind has forgotten the account. */
	readonly logInAndOut: (who: Account) => Promise<void>;
}

const configuration = (removeIpc: boolean) => [
	'[Login]',
	'UserStopDelaySec=1',
	'NAutoVTs=0',
	'ReserveVT=0',
	'HandlePowerKey=ignore',
	...(removeIpc ? [] : ['RemoveIPC=no']),
	'',
];

/** Where journald looks which unit a process belongs to. */
const cgroupTree = existsSync('/sys/fs/cgroup/unified/cgroup.procs') ? '/sys/fs/cgroup/unified' : '/sys/fs/cgroup';

/**
 * Runs Debian's own systemd-logind and systemd-journald beside whatever init there is: on a bus, with a host name, an
 * account and a /run of their own, and with a stand-in for the few methods of systemd that logind calls.
 */
export async function startLogind(ledger: Ledger, { removeIpc }: { readonly removeIpc: boolean }): Promise<Logind> {
	const folder = join(ledger.scratch, 'logind');
	mkdirSync(folder);
	for (const name of ['passwd', 'group']) copyFileSync(`/etc/${name}`, join(folder, name));
	appendFileSync(join(folder, 'passwd'), `${deploy.name}:x:${deploy.uid}:${deploy.gid}::/nonexistent:/bin/sh\n`);
	appendFileSync(join(folder, 'group'), `${deploy.name}:x:${deploy.gid}:\n`);
	writeFileSync(join(folder, 'lab.conf'), configuration(removeIpc).join('\n'));
	const { enter, keeper, root } = await makeNamespaces(
		ledger,
		[
			'hostname web1',
			'mkdir -p /run/dbus /run/systemd /run/user /run/log',
			'for place in /run/dbus /run/systemd /run/user /run/log /var/lib/systemd; do mount -t tmpfs tmpfs $place; done',
			`for name in passwd group; do mount --bind ${folder}/$name /etc/$name; done`,
			'mkdir -p /run/systemd/system /run/systemd/journal /run/systemd/logind.conf.d /run/log/journal',
			`cp ${folder}/lab.conf /run/systemd/logind.conf.d/50-lab.conf`,
		].join('\n'),
	);
	const inside = (...argv: readonly string[]) => startDetached(ledger, [...enter, ...argv]);
	const appears = (path: string) => until(`${path} is there`, () => existsSync(join(root, path)));

	await inside('env', 'SYSTEMD_LOG_TARGET=null', '/lib/systemd/systemd-journald');
	await appears('/run/systemd/journal/socket');
	await inside('dbus-daemon', `--config-file=${join(import.meta.dirname, 'bus.conf')}`, '--nofork', '--nopidfile');
	await appears('/run/dbus/system_bus_socket');
	await inside('/usr/bin/python3', '-B', join(import.meta.dirname, 'systemd_stub.py'));
	const busHas = (name: string) => () =>
		execFileSync('nsenter', [...enter.slice(1), 'busctl', 'list', '--no-pager'], { encoding: 'utf8' }).includes(`${name} `);
	await until('the stand-in for systemd is on the bus', busHas('org.freedesktop.systemd1'));

	const group = join(cgroupTree, 'system.slice/systemd-logind.service');
	for (const path of [join(cgroupTree, 'system.slice'), group]) ledger.record({ kind: 'cgroup', path });
	mkdirSync(group, { recursive: true });
	const logind = 'SYSTEMD_LOG_TARGET=journal exec /lib/systemd/systemd-logind';
	await inside('sh', '-c', `echo 0 > ${group}/cgroup.procs && ${logind}`);
	await until('logind is on the bus', busHas('org.freedesktop.login1'));

	const createSession = [
		...['busctl', 'call', 'org.freedesktop.login1', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'CreateSession'],
		'uusssssussbssa(sv)',
	];
	return {
		enter,
		logInAndOut: async ({ uid }) => {
			// The session lasts as long as busctl keeps the descriptor that it is given.
			const session = [String(uid), String(keeper), 'sshd', 'tty', 'user', '', '', '0', '', '', 'true', '', '192.0.2.7', '0'];
			execFileSync('nsenter', [...enter.slice(1), ...createSession, ...session], { stdio: 'ignore' });
			await until('logind has forgotten the account', () => !existsSync(join(root, `/run/systemd/users/${uid}`)));
		},
	};
}

/** Whether systemd is the init of this machine: then its own logind must not be disturbed. */
export function systemdIsInit(): boolean {
	return readFileSync('/proc/1/comm', 'utf8').trim() === 'systemd';
}
