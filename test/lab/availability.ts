import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { cgroupRoot } from './cgroup.ts';
import { libfaketime } from './fake-clock.ts';
import { systemdIsInit } from './logind/logind.ts';
import { corePattern, isWritable } from './sysctl.ts';

/** What a scenario cannot do without. Those with a package must not be missing in CI. */
export type Need = keyof typeof needs;

interface Availability {
	readonly missing: () => boolean;
	/** Why the scenario cannot run, as a sentence. */
	readonly because: string;
	/** Debian package that brings it; null where no package can. */
	readonly debian: string | null;
}

function isOnPath(program: string): boolean {
	return (process.env.PATH ?? '').split(':').some((folder) => {
		try {
			accessSync(`${folder}/${program}`, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

function program(name: string, debian: string): Availability {
	return { missing: () => !isOnPath(name), because: `The program ${name} is not installed (Debian package ${debian}).`, debian };
}

function file(path: string, debian: string): Availability {
	return { missing: () => !existsSync(path), because: `${path} does not exist (Debian package ${debian}).`, debian };
}

function isRefused(argv: readonly [string, ...string[]]): boolean {
	const [command, ...rest] = argv;
	return spawnSync(command, rest, { stdio: 'ignore' }).status !== 0;
}

const needs = {
	root: {
		missing: () => process.getuid?.() !== 0,
		because: 'Only root can start an httpd that changes to another user.',
		debian: null,
	},
	apache2: file('/usr/sbin/apache2', 'apache2'),
	modJk: file('/usr/lib/apache2/modules/mod_jk.so', 'libapache2-mod-jk'),
	modPhp: file('/usr/lib/apache2/modules/libphp8.2.so', 'libapache2-mod-php8.2'),
	modWsgi: file('/usr/lib/apache2/modules/mod_wsgi.so', 'libapache2-mod-wsgi-py3'),
	modSsl: file('/usr/lib/apache2/modules/mod_ssl.so', 'apache2'),
	apxs: program('apxs', 'apache2-dev'),
	compiler: program('gcc', 'gcc'),
	gdb: program('gdb', 'gdb'),
	ipcs: program('ipcs', 'util-linux'),
	pamLimits: file('/etc/security/limits.conf', 'libpam-modules'),
	faketime: file(libfaketime, 'libfaketime'),
	setpriv: program('setpriv', 'util-linux'),
	openssl: program('openssl', 'openssl'),
	prlimit: program('prlimit', 'util-linux'),
	java: program('java', 'default-jre-headless'),
	tomcat: file('/usr/share/tomcat10/bin/bootstrap.jar', 'tomcat10'),
	logind: {
		missing: () => systemdIsInit() || !existsSync('/lib/systemd/systemd-logind'),
		because: 'systemd is the init here and has its own logind, or there is none (Debian package systemd).',
		debian: systemdIsInit() ? null : 'systemd',
	},
	dbus: program('dbus-daemon', 'dbus-daemon'),
	pythonDbus: file('/usr/lib/python3/dist-packages/dbus/service.py', 'python3-dbus'),
	pythonGlib: file('/usr/lib/python3/dist-packages/gi/__init__.py', 'python3-gi'),
	cores: {
		missing: () => readFileSync(corePattern, 'utf8').trim() !== 'core' && !isWritable(corePattern),
		because: `${corePattern} sends cores elsewhere and may not be changed here.`,
		debian: null,
	},
	unlimitedCores: {
		missing: () => isRefused(['prlimit', '--core=unlimited:unlimited', 'true']),
		because: 'The hard limit on the size of cores is too low here and may not be raised.',
		debian: null,
	},
	kernelSettings: {
		missing: () => !isWritable(corePattern),
		because: 'Settings of the kernel may not be changed here.',
		debian: null,
	},
	network: {
		missing: () => isRefused(['unshare', '--net', 'ip', 'link', 'add', 'lab0', 'type', 'veth', 'peer', 'name', 'lab1']),
		because: 'A network of our own may not be made here (or the program ip is missing, Debian package iproute2).',
		debian: null,
	},
	namespaces: {
		missing: () => isRefused(['unshare', '--ipc', '--mount', 'true']),
		because: 'Namespaces of our own may not be made here.',
		debian: null,
	},
	mount: {
		missing: () => isRefused(['unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']),
		because: 'File systems may not be mounted here.',
		debian: null,
	},
	memoryCgroup: {
		missing: () => cgroupRoot('memory') === null,
		because: 'Groups with a memory limit may not be made here.',
		debian: null,
	},
	pidsCgroup: {
		missing: () => cgroupRoot('pids') === null,
		because: 'Groups with a limit on processes may not be made here.',
		debian: null,
	},
	kernelLog: {
		missing: () => isRefused(['dmesg']),
		because: 'The log of the kernel may not be read here.',
		debian: null,
	},
} satisfies Record<string, Availability>;

/** Why something with these needs cannot run here; null where it can. Throws in CI when a package is missing. */
export function unavailable(names: readonly Need[]): string | null {
	const missing = names.map((name): Availability => needs[name]).find((each) => each.missing());
	if (!missing) return null;
	if (process.env.CI === 'true' && missing.debian) throw new Error(`CI must install ${missing.debian}: ${missing.because}`);
	return missing.because;
}
