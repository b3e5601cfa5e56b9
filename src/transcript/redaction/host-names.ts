import { hideNames } from './hide-names.ts';
import type { Rule } from './rule.ts';

const name = /[A-Za-z0-9_](?:[\w-]{0,62}\w)?(?:\.[A-Za-z0-9_](?:[\w-]{0,62}\w)?){0,8}(?![\w@-])/y;

/** What stands before a name of a host. */
const lead = new RegExp(
	[
		'\\b(?:HOST|HOSTNAME|SERVER_NAME|HTTP_HOST|hostname|worker\\.[\\w-]{1,64}\\.host|SystemHostname)\\s*=\\s*["\']?',
		'\\b(?:Host|X-Forwarded-Host|X-Forwarded-Server|Static hostname|Transient hostname):\\s+',
		'\\bdomain name, using ',
		'\\battempt to connect to (?:\\S{1,80} \\()?',
		'\\bbackend: ',
		'\\b(?:dis|en)abled connection for \\(',
		'<VirtualHost\\s+',
		'\\b[Hh]ostname (?=\\S+ provided via )',
		'\\bDNS lookup failure for: ',
		'\\b(?:CN|DNS)\\s?[=:]\\s?(?=[\\w-]+\\.[\\w.-]+)',
		'\\bAH\\d{5}: (?=[\\w-]+\\.[\\w.-]+:\\d+:)',
		'^(?=[\\w-]+(?:\\.[\\w-]+)+:\\d+ \\S+ \\S+ \\S+ \\[)',
		'\\b(?=(?:ec2|ip)-(?:\\d{1,3}-){3}\\d{1,3}\\.)',
		'\\buname[^\\n]{0,20}: Linux ',
	].join('|'),
	'g',
);
/** What follows the scheme is no host in a name of a balancer or of a socket. */
const url = /(?<=[a-z])(?<!balancer|unix):\/\/(?:[^\s/@"'<>]{1,300}@)?/g;
const syslog =
	/^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.,:+Z-]*) (?=[\w.-]+ [\w./()@-]+(?:\[\d+\])?: )/g;
const directive = /^(\s*#?\s*Server(?:Name|Alias)\s+)(\S.*)$/i;
const listed = /(?<![\w\][:/.-])(?:\*\.)?[A-Za-z0-9_][\w-]*(?:\.[\w-]+)*(?=[:\s]|$)/g;

const id = 'host-name';

/** The host of a URL, unless it is one that everybody knows. */
export const hostInUrl: Rule = {
	id,
	about: 'identity',
	glimpse: { literals: ['://'] },
	hide: (line, veil) => hideNames(line, url, name, veil.host),
};

/** The column of a line of syslog or of the journal. */
export const hostColumn: Rule = {
	id,
	about: 'identity',
	glimpse: { pattern: /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\dT\S+ )/ },
	hide: (line, veil) => hideNames(line, syslog, name, veil.host),
};

/** Names of hosts where a log or a configuration has them; the names of the session's own hosts go everywhere. */
export const hostName: Rule = {
	id,
	about: 'identity',
	glimpse: {
		literals: [
			...['host=', 'hostname', 'host:', '.host', 'server_name=', 'servername', 'serveralias', 'domain name, using', 'to connect'],
			...['backend: ', 'connection for', ': linux ', '<virtualhost', ' provided via ', 'lookup failure', 'cn=', 'cn =', 'dns:'],
			...['ec2-', 'ip-', 'server certificate'],
		],
		pattern: /^[\w-]+(?:\.[\w-]+)+:\d+ /,
	},
	hide: (line, veil) => {
		const own = line.replace(directive, (_whole, before: string, list: string) => {
			return before + list.replace(listed, (host) => veil.host(host));
		});
		return hideNames(own, lead, name, veil.host);
	},
};
