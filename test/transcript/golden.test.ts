import { describe, expect, it } from 'vitest';
import { hideAll } from './hide.ts';

/** Lines as they stand in evidence, and as they stand in an export. */
const pairs: readonly (readonly [before: string, after: string])[] = [
	['SSLPassPhraseDialog "|/etc/getpass one two"', 'SSLPassPhraseDialog "[secret-1]"'],
	['AuthBasicFake demo demopass9', 'AuthBasicFake demo [secret-1]'],
	['ProxySet secret=Xy99zz', 'ProxySet secret=[secret-1]'],
	['worker.ajp13.secret=pa ss;wor,d', 'worker.ajp13.secret=[secret-1]'],
	['password = "quoted # pw" # note', 'password = "[secret-1]" # note'],
	['JkEnvVar DB_PASS s3cr3tt', 'JkEnvVar DB_PASS [secret-1]'],
	['SetEnv SESSION_KEY_FILE /etc/apache2/key', 'SetEnv SESSION_KEY_FILE /etc/apache2/key'],
	['htpasswd -b /etc/apache2/.htpasswd admin hunter2', 'htpasswd -b /etc/apache2/.htpasswd admin [secret-1]'],
	['["htpasswd","-cb","/etc/x","admin","hunter2"]', '["htpasswd","-cb","/etc/x","admin","[secret-1]"]'],
	['echo "admin:hunter2" | chpasswd', 'echo "admin:[secret-1]" | chpasswd'],
	['ldapsearch -x -D cn=admin -w hunter2 -b dc=x', 'ldapsearch -x -D cn=admin -w [secret-1] -b dc=x'],
	['redis-cli -h localhost -a hunter2 ping', 'redis-cli -h localhost -a [secret-1] ping'],
	['mysql --user=root --password hunter2 --host localhost', 'mysql --user=root --password [secret-1] --host localhost'],
	['mysql --password --host localhost', 'mysql --password --host localhost'],
	['openssl rsa -passin env:PW -in k.pem', 'openssl rsa -passin env:PW -in k.pem'],
	["define('DB_PASSWORD', 'hunter2');", "define('DB_PASSWORD', '[secret-1]');"],
	['Authorization: Digest username="admin", response="6629fae49393"', 'Authorization: Digest [secret-1]'],
	['X-Auth-Token: abcdef123456 next', 'X-Auth-Token: [secret-1] next'],
	['curl -H "Authorization: Bearer abc.def" https://localhost/', 'curl -H "Authorization: Bearer [secret-1]" https://localhost/'],
	['mysql://root:p@ss@localhost/db', 'mysql://root:[secret-1]@localhost/db'],
	['http://localhost:8080/path/@home', 'http://localhost:8080/path/@home'],
	['<user username="tomcat" password="s3cret" roles="x"/>', '<user username="tomcat" password="[secret-1]" roles="x"/>'],
	['(using password: YES)', '(using password: YES)'],
	["Access denied for user 'kiosk'@'203.0.113.7'", "Access denied for user '[user-1]'@'ip-1.1.1.1'"],
	['sudo[7]:  kiosk : TTY=pts/0', 'sudo[7]:  [user-1] : TTY=pts/0'],
	['ldap_default_authtok = hunter2', 'ldap_default_authtok = [secret-1]'],
	['admin:rqXexS6ZhobKA', 'admin:[hash-1]'],
	['kiosk:x:1000:1000:Ann Other,,,:/home/kiosk:/bin/sh', '[user-1]:x:1000:1000:[person-1]:/home/[user-1]:/bin/sh'],
	['www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin', 'www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin'],
	['X-Forwarded-For: 203.0.113.7, 198.51.100.9', 'X-Forwarded-For: ip-1.1.1.1, ip-9.1.1.1'],
	['Mozilla/5.0 Chrome/120.0.0.0 from 203.0.113.7', 'Mozilla/5.0 Chrome/120.0.0.0 from ip-1.1.1.1'],
	['/var/log/hosts/203.0.113.7.log', '/var/log/hosts/ip-1.1.1.1.log'],
	['range 203.0.113.7-203.0.113.9', 'range ip-1.1.1.1-ip-1.1.1.9'],
	['[::ffff:203.0.113.7]:80 fe80::1%eth0', '[::ffff:ip-1.1.1.1]:80 ip6-::1%eth0'],
	['ServerAdmin ann@corp.example', 'ServerAdmin [mail-1]'],
	[
		'Nov 21 10:05:11 web3 sshd[1]: Failed password for kiosk from 203.0.113.9 port 22 ssh2',
		'Nov 21 10:05:11 [host-1] sshd[1]: Failed password for [user-1] from ip-1.1.1.1 port 22 ssh2',
	],
	[
		'Nov 21 10:05:11 web3 sudo[1]:   kiosk : TTY=pts/0 ; PWD=/home/kiosk ; USER=root ; COMMAND=/usr/bin/mysql -phunter2',
		'Nov 21 10:05:11 [host-1] sudo[1]:   [user-1] : TTY=pts/0 ; PWD=/home/[user-1] ; USER=root ; COMMAND=/usr/bin/mysql -p[secret-1]',
	],
	[
		'AH00957: AJP: attempt to connect to 10.0.0.5:8009 (tomcat1.corp.example:8009) failed',
		'AH00957: AJP: attempt to connect to ip-1.1.1.1:8009 ([host-1].[domain-1]:8009) failed',
	],
	[
		'#0  f (pw=0x5555abcd, pass=0x0, token=<optimized out>, n=5, at=1763719511, id=90210999) at a.c:1',
		'#0  f (pw=0x5555abcd, pass=0x0, token=<optimized out>, n=5, at=1763719511, id=[value-1]) at a.c:1',
	],
];

describe('lines with something to hide', () => {
	it.each(pairs)('%s', (before, after) => expect(hideAll([before])).toEqual([after]));
});

describe('secrets on the line after their name', () => {
	it.each([
		[
			['AuthLDAPBindPassword \\', '    hunter2'],
			['AuthLDAPBindPassword \\', '    [secret-1]'],
		],
		[
			['password: |', '  two words'],
			['password: |', '  [secret-1]'],
		],
		[
			['<name>db.password</name>', '<value>hunter2</value>'],
			['<name>db.password</name>', '<value>[secret-1]</value>'],
		],
	])('%j', (before, after) => expect(hideAll(before)).toEqual(after));
});

describe('backtraces', () => {
	it('keep functions, files, lines and pointers, and lose what was in memory', () => {
		const before = [
			'#1  0x00007f2b1c08d1aa in service (s=0x55f0 "GET /a?x=1", l={a = 1, b = "x"}) at jk_worker.c:363',
			'        name = "kiosk\\"s", \'\\000\' <repeats 12 times>',
			"        letters = {83 'S', 51 '3'}",
			'        numbers = {1, 2, 3, 4, 5}',
			'        __func__ = "service"',
			'        rc = -1',
			'#2  <signal handler called>',
			'quoted "outside" stays',
		];
		expect(hideAll(before)).toEqual([
			'#1  0x00007f2b1c08d1aa in service (s=0x55f0 [value-1], l={a = 1, b = [value-2]}) at jk_worker.c:363',
			"        name = [value-3], '\\000' <repeats 12 times>",
			'        letters = [value-4]',
			'        numbers = [value-5]',
			'        __func__ = "service"',
			'        rc = -1',
			'#2  <signal handler called>',
			'quoted "outside" stays',
		]);
	});
});
