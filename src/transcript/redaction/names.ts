import { isSystemAccount } from './system-accounts.ts';

const common = new Set(
	[
		'localhost localhost.localdomain localdomain ip6-localhost apache httpd server servername host hostname web www mail db',
		'proxy app test dev prod production staging stage backend frontend balancer loadbalancer cluster worker default main',
		'linux debian ubuntu redhat centos fedora suse rocky alma alpine bsd solaris aix macos windows docker container machine node',
		'api admin static cdn vpn router gateway firewall monitor backup local internal external public private site portal shop',
		'unknown none null core kernel systemd sudo cron sshd systemd-logind scripted recording bundle',
		'will mark bill rose grace hope faith dean chase drew rusty norm jean jack pat art may june april august page link time',
	]
		.join(' ')
		.split(' '),
);

/** Domains of the world that documentation, browsers and robots name, and those that name nobody. */
const publicDomains = new Set(
	[
		'apache.org apache-security.com debian.org ubuntu.com redhat.com centos.org fedoraproject.org',
		'suse.com opensuse.org rockylinux.org github.com gitlab.com bitbucket.org w3.org ietf.org',
		'rfc-editor.org php.net openssl.org modsecurity.org owasp.org gnu.org sourceware.org kernel.org',
		'freedesktop.org man7.org launchpad.net mozilla.org google.com googleapis.com bing.com yandex.com',
		'baidu.com duckduckgo.com apple.com microsoft.com cloudflare.com letsencrypt.org',
		'wordpress.org drupal.org joomla.org oracle.com java.com eclipse.org mysql.com',
		'postgresql.org python.org perl.org nodejs.org npmjs.com stackoverflow.com wikipedia.org schema.org',
		'xmlsoap.org sun.com localhost localdomain invalid',
	]
		.join(' ')
		.split(' '),
);

export function isCommonWord(name: string): boolean {
	return common.has(name.toLowerCase()) || isSystemAccount(name);
}

/** Whether a host's name tells who or where: not one that everybody has. */
export function isTellingHost(name: string): boolean {
	if (name.length < 2 || !/[a-z]/i.test(name) || /^ip-[\d.]+$/.test(name) || isCommonWord(name)) return false;
	const lower = name.toLowerCase();
	for (let at = 0; ;) {
		if (publicDomains.has(lower.slice(at))) return false;
		const dot = lower.indexOf('.', at);
		if (dot === -1) return true;
		at = dot + 1;
	}
}

/** Whether a name is so much a name of its own that it may be hidden wherever it stands. */
export function isUnmistakable(name: string): boolean {
	if (isCommonWord(name) || name.length < 3) return false;
	return /[\d._-]/.test(name) || name.length >= 4;
}

/**
 * The mask of a host: a name within a domain keeps that it is one, `[host-1].[domain-1]`, and `www` stays. `mask` gives
 * the stand-in of a part.
 */
export function maskHost(name: string, mask: (kind: string, value: string) => string): string {
	const lower = name.toLowerCase().replace(/\.$/, '');
	const labels = lower.split('.');
	if (labels.length === 1) return mask('host', lower);
	if (labels.length === 2) return mask('domain', lower);
	const [label = '', ...rest] = labels;
	const domain = mask('domain', rest.join('.'));
	return isCommonWord(label) || label === '*' ? `${label}.${domain}` : `${mask('host', label)}.${domain}`;
}
