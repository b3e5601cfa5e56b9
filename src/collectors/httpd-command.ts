import type { FactLookup, Hints } from '../domain/index.ts';

/** Executables of httpd as the distributions and the source tree name and place them. */
export const usualBinaries = [
	'/usr/sbin/apache2',
	'/usr/sbin/httpd',
	'/usr/sbin/httpd-prefork',
	'/usr/sbin/httpd2-prefork',
	'/usr/local/apache2/bin/httpd',
	'/usr/local/sbin/httpd',
	'/opt/rh/httpd24/root/usr/sbin/httpd',
	'/opt/lampp/bin/httpd',
	'/opt/bitnami/apache/bin/httpd',
] as const;

/** Main error logs of the same places. */
export const usualErrorLogs = [
	'/var/log/apache2/error.log',
	'/var/log/httpd/error_log',
	'/var/log/apache2/error_log',
	'/usr/local/apache2/logs/error_log',
	'/var/log/httpd-error.log',
	'/var/log/httpd24/error_log',
	'/opt/lampp/logs/error_log',
	'/opt/bitnami/apache/logs/error_log',
] as const;

/** What a server reads that is started without -f, as the distributions build it. */
export const defaultConfigs: readonly string[] = [
	'/etc/apache2/apache2.conf',
	'/etc/apache2/httpd.conf',
	'/etc/httpd/conf/httpd.conf',
	'/usr/local/apache2/conf/httpd.conf',
	'/usr/local/etc/apache24/httpd.conf',
];

export const isDefaultConfig = (path: string): boolean => defaultConfigs.includes(path);

export function textFact(facts: FactLookup, name: string): string | undefined {
	const value = facts(name);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function existing(paths: readonly string[], facts: FactLookup): string | undefined {
	const entries = facts('paths.entries');
	if (entries === null || typeof entries !== 'object' || Array.isArray(entries)) return undefined;
	return paths.find((path) => Object.hasOwn(entries, path));
}

/** The executable that runs, or would run. */
export function binaryOf(facts: FactLookup, hints: Hints): string | undefined {
	return hints.httpd ?? textFact(facts, 'httpd.binary') ?? existing(usualBinaries, facts);
}

/**
 * How to ask httpd something, without the question itself. Debian's bare binary needs the environment of its control
 * script, unless a configuration of its own is named.
 */
export function httpdCommand(facts: FactLookup, hints: Hints): readonly [string, ...string[]] | undefined {
	const binary = binaryOf(facts, hints);
	if (binary === undefined) return undefined;
	const config = hints.config ?? textFact(facts, 'httpd.configFile');
	const root = hints.config === null ? textFact(facts, 'httpd.serverRootArg') : undefined;
	const stock = config === undefined || config === '/etc/apache2/apache2.conf';
	if (binary === '/usr/sbin/apache2' && stock) return ['/usr/sbin/apache2ctl'];
	return [binary, ...(root === undefined ? [] : ['-d', root]), ...(config === undefined ? [] : ['-f', config])];
}

/** An absolute path; relative ones lie below ServerRoot. */
export function belowServerRoot(path: string, facts: FactLookup): string | undefined {
	if (path.startsWith('/')) return path;
	const root = ['config.serverRoot', 'conf.serverRoot', 'build.httpdRoot'].map((name) => textFact(facts, name)).find(Boolean);
	return root === undefined ? undefined : `${root.replace(/\/$/, '')}/${path}`;
}

/** The file that the server's main error log goes to; undefined where it is piped, sent to syslog or unknown. */
export function errorLogOf(facts: FactLookup, hints: Hints): string | undefined {
	if (hints.errorLog !== null) return hints.errorLog;
	const told = textFact(facts, 'config.mainErrorLog') ?? textFact(facts, 'conf.errorLog');
	if (told !== undefined) return /^["']?\||^syslog\b/.test(told) ? undefined : belowServerRoot(told, facts);
	return existing(usualErrorLogs, facts);
}

export function directoryOf(path: string): string {
	return path.replace(/\/[^/]*$/, '') || '/';
}
