export type Mpm = 'prefork' | 'worker' | 'event';

/** What goes into a configuration file. All paths are absolute. */
export interface ConfigSpec {
	readonly root: string;
	readonly mpm: Mpm;
	/** `IP:PORT`, one socket each. */
	readonly listens: readonly string[];
	readonly user: string;
	/** Names as in Debian, such as `proxy_ajp`. */
	readonly modules: readonly string[];
	/** The operand of ErrorLog. */
	readonly errorLog: string;
	readonly accessLog: string;
	readonly documentRoot: string;
	/** Replaces the usual small pool of processes. */
	readonly pool?: readonly string[];
	readonly directives: readonly string[];
}

const debianModules = '/usr/lib/apache2/modules';
const base = ['authz_core', 'mime', 'dir'];

const threaded = [
	...['StartServers 1', 'ServerLimit 4', 'ThreadsPerChild 4'],
	...['MinSpareThreads 2', 'MaxSpareThreads 8', 'MaxRequestWorkers 16'],
];
const pools: Readonly<Record<Mpm, readonly string[]>> = {
	prefork: ['StartServers 2', 'MinSpareServers 2', 'MaxSpareServers 3', 'MaxRequestWorkers 8'],
	worker: threaded,
	event: threaded,
};

/** The text of an httpd.conf that uses Debian's modules and nothing else of the system's own configuration. */
export function httpdConfig(spec: ConfigSpec): string {
	const modules = [...base, ...spec.modules].map((name) => `LoadModule ${name}_module ${debianModules}/mod_${name}.so`);
	return `${[
		`ServerRoot ${spec.root}`,
		'ServerName localhost',
		`PidFile ${spec.root}/httpd.pid`,
		`DefaultRuntimeDir ${spec.root}/run`,
		...spec.listens.map((address) => `Listen ${address}`),
		'',
		`LoadModule mpm_${spec.mpm}_module ${debianModules}/mod_mpm_${spec.mpm}.so`,
		...modules,
		'TypesConfig /etc/mime.types',
		'',
		`User ${spec.user}`,
		`Group ${spec.user === 'nobody' ? 'nogroup' : spec.user}`,
		...(spec.pool ?? pools[spec.mpm]),
		'',
		`ErrorLog ${spec.errorLog}`,
		'LogLevel warn',
		'LogFormat "%h %l %u %t \\"%r\\" %>s %O" common',
		`CustomLog ${spec.accessLog} common`,
		`DocumentRoot ${spec.documentRoot}`,
		'',
		...spec.directives,
	].join('\n')}\n`;
}
