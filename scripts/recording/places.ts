import type { Recording } from '../../src/targets/index.ts';
import type { Replacement } from './tidy.ts';

/** What the first ports of a server of the lab would be on an ordinary one. */
const usualPorts = ['0.0.0.0:80', '0.0.0.0:8080'];

/** The places of a server of the lab, and where Debian has them. */
export function placesOf(scratch: string, { entries }: Recording): readonly Replacement[] {
	const text = entries.map(({ capture }) => capture.text).join('\n');
	const server = `${scratch}/server`;
	const listens = [...text.matchAll(/^Listen (\S+)$/gm)].map(([, address = '']) => address);
	const backends = [...text.matchAll(/ajp:\/\/127\.0\.0\.1:(\d+)|^worker\.\w+\.port=(\d+)/gm)];
	return [
		[`/usr/sbin/apache2 -f ${server}/httpd.conf -k`, '/usr/sbin/apache2 -k'],
		[`'/usr/sbin/apache2 -f ${server}/httpd.conf`, "'/usr/sbin/apache2"],
		[`\`/usr/sbin/apache2 -f ${server}/httpd.conf`, '`/usr/sbin/apache2'],
		[`/usr/sbin/apache2 -f ${server}/httpd.conf`, '/usr/sbin/apache2ctl'],
		[`"-f","${server}/httpd.conf",`, ''],
		[`${server}/httpd.conf`, '/etc/apache2/apache2.conf'],
		[`${server}/error.log`, '/var/log/apache2/error.log'],
		[`${server}/access.log`, '/var/log/apache2/access.log'],
		[`${server}/mod_jk.log`, '/var/log/apache2/mod_jk.log'],
		[`${server}/httpd.pid`, '/run/apache2/apache2.pid'],
		[`${server}/run`, '/run/apache2'],
		[`${server}/htdocs`, '/var/www/html'],
		[`${server}/cores`, '/var/cache/apache2/cores'],
		[server, '/etc/apache2'],
		[`${scratch}/workers.properties`, '/etc/libapache2-mod-jk/workers.properties'],
		[`${scratch}/modules`, '/usr/lib/apache2/modules'],
		[scratch, '/root'],
		...listens.map((address, index): Replacement => [address, usualPorts[index] ?? address]),
		...backends.flatMap(([, proxied = '', worked = proxied]): Replacement[] => [
			[`127.0.0.1:${worked}`, '127.0.0.1:8009'],
			[`.port=${worked}`, '.port=8009'],
		]),
	];
}
