import { language } from '../language.ts';

const m = language.cli.drill.plan;

/** What a drill needs of this machine. All paths are absolute. */
export interface DrillPlan {
	readonly binary: string;
	/** Folder of the modules of httpd. */
	readonly modules: string;
	/** Scratch folder of the drill: nothing outside of it is written. */
	readonly folder: string;
	readonly user: string;
	readonly uid: number;
	readonly gid: number;
	/** Two ports of 127.0.0.1 that nobody listens on: with one listener httpd needs no accept mutex. */
	readonly ports: readonly [number, number];
}

export const configOf = ({ folder }: DrillPlan): string => `${folder}/httpd.conf`;
export const errorLogOf = ({ folder }: DrillPlan): string => `${folder}/error.log`;
export const pageOf = ({ folder }: DrillPlan): string => `${folder}/htdocs/index.html`;
/** Names the folder of the session, so that a later drill can tell whether somebody still works in it. */
export const sessionFileOf = (folder: string): string => `${folder}/session`;
export const folderPrefix = 'httpd-medic-drill-';

/** prefork, System V semaphores, two listeners: what the incident takes, and as little else as httpd starts with. */
export function configText(plan: DrillPlan): string {
	const { folder, modules, user, gid, ports } = plan;
	return `${[
		`# ${m.made}`,
		`ServerRoot ${folder}`,
		'ServerName localhost',
		`PidFile ${folder}/httpd.pid`,
		`DefaultRuntimeDir ${folder}`,
		...ports.map((port) => `Listen 127.0.0.1:${port}`),
		`LoadModule mpm_prefork_module ${modules}/mod_mpm_prefork.so`,
		`LoadModule authz_core_module ${modules}/mod_authz_core.so`,
		`LoadModule dir_module ${modules}/mod_dir.so`,
		// Some distributions build it in, some as a module.
		'<IfModule !unixd_module>',
		`LoadModule unixd_module ${modules}/mod_unixd.so`,
		'</IfModule>',
		`User ${user}`,
		`Group #${gid}`,
		'StartServers 2',
		'MinSpareServers 2',
		'MaxSpareServers 3',
		'MaxRequestWorkers 8',
		`ErrorLog ${errorLogOf(plan)}`,
		'LogLevel warn',
		`DocumentRoot ${folder}/htdocs`,
		'DirectoryIndex index.html',
		'Mutex sysvsem default',
	].join('\n')}\n`;
}

/** Everything that is going to be run, as far as it is known before. */
export function commandsOf(plan: DrillPlan): readonly string[] {
	const { binary, folder, ports } = plan;
	return [
		`install -d -m 0755 ${folder} ${folder}/htdocs`,
		m.write(sessionFileOf(folder)),
		m.write(configOf(plan)),
		m.write(pageOf(plan)),
		`${binary} -f ${configOf(plan)} -t`,
		`${binary} -f ${configOf(plan)} -k start`,
		m.takeSets,
		`GET http://127.0.0.1:${ports[0]}/`,
		m.afterwards,
		m.endProcesses,
		m.removeSets,
		`rm -r ${folder}`,
	];
}
