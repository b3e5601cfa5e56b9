import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { httpdsOf } from './processes.ts';
import type { Scenario } from './scenario.ts';

const gdb = [
	...['gdb', '-nx', '-batch', '-iex', 'set debuginfod enabled off', '-iex', 'set auto-load off', '-ex', 'set pagination off'],
	...[
		'-ex',
		'info threads',
		'-ex',
		'bt 60',
		'-ex',
		'bt -20',
		'-ex',
		'thread apply all bt 60',
		'-ex',
		'info sharedlibrary',
		'-ex',
		'info registers',
	],
	...['-ex', 'x/i $pc'],
];

function output(argv: readonly string[]): string {
	const [program = '', ...rest] = argv;
	const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
	return (stderr ?? '') + (stdout ?? '');
}

/** Lines of the kernel's log since a file was made, as far as they concern httpd or memory. */
function kernelLinesSince(file: string): string {
	const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
	const since = uptime - (Date.now() - statSync(file).birthtimeMs) / 1000;
	const isRecent = (line: string) => Number(/^\[ *([\d.]+)\]/.exec(line)?.[1] ?? 0) >= since;
	return output(['dmesg'])
		.split('\n')
		.filter((line) => isRecent(line) && /apache2|oom|cgroup|Killed/i.test(line))
		.join('\n');
}

function read(path: string): string {
	return readFileSync(path, 'utf8');
}

/** Saves what the tools of an operator say about a scenario now, one file a tool. */
export function record({ config, core, httpd, within }: Scenario, folder: string): void {
	mkdirSync(folder, { recursive: true });
	const root = dirname(config);
	const save = (name: string, text: string) => {
		if (text.trim() !== '') writeFileSync(join(folder, name), `${text.trimEnd()}\n`);
	};
	const saveOutput = (name: string, argv: readonly string[]) => save(name, output([...within, ...argv]));
	for (const name of readdirSync(root)) {
		if (/\.(log|txt|conf)$/.test(name))
			save(`${name.replace(/\.txt$/, '').replaceAll(/[._]/g, '-')}.txt`, read(join(root, name)));
	}
	if (read('/proc/sysvipc/sem').trim().includes('\n') || within.length > 0) {
		for (const option of ['', '-c', '-t', '-l', '-u']) saveOutput(`ipcs-s${option}.txt`, ['ipcs', '-s', option].filter(Boolean));
		saveOutput('sysvipc-sem.txt', ['cat', '/proc/sysvipc/sem']);
	}
	saveOutput('httpd-run-config.txt', [httpd, '-f', config, '-t', '-D', 'DUMP_RUN_CFG']);
	if (core !== null)
		saveOutput('cores.txt', ['find', dirname(core), '-name', 'core*', '-printf', '%m\t%U\t%G\t%s\t%T@\t%y\t%p\n']);
	const manager = [
		'busctl',
		'get-property',
		'org.freedesktop.login1',
		'/org/freedesktop/login1',
		'org.freedesktop.login1.Manager',
	];
	const removeIpc = output([...within, ...manager, 'RemoveIPC']);
	if (/^b (?:true|false)/.test(removeIpc)) {
		save('logind-live-busctl.txt', removeIpc);
		saveOutput('logind-live-loginctl.txt', ['loginctl', 'show-session', '--property=RemoveIPC']);
		saveOutput('logind-conf.txt', ['systemd-analyze', 'cat-config', 'systemd/logind.conf']);
		saveOutput('logind-journal.txt', ['journalctl', '-u', 'systemd-logind', '-o', 'short-iso', '--no-pager']);
		saveOutput('passwd-entry.txt', ['getent', 'passwd', 'deploy']);
	}
	save('kernel.txt', kernelLinesSince(config));
	const own = httpdsOf(config);
	const [first] = own;
	if (first) {
		saveOutput('limits.txt', ['cat', `/proc/${first.pid}/limits`]);
		saveOutput('ps.txt', ['ps', '-o', 'pid,ppid,uid,user,stat,lstart,args', '-p', own.map(({ pid }) => pid).join(',')]);
		const [title, ...sockets] = output(['ss', '-ltnp']).split('\n');
		save('listeners.txt', [title, ...sockets.filter((line) => own.some(({ pid }) => line.includes(`pid=${pid},`)))].join('\n'));
	}
	if (core !== null) saveOutput('gdb.txt', [...gdb, httpd, core]);
}
