import { expect, it } from 'vitest';
import { httpdRunConfigParser } from '../../src/parsers/httpd-run-config.ts';
import { factsOf, fixture } from './evidence.ts';

it('reads the effective configuration', () => {
	expect(factsOf(httpdRunConfigParser, fixture('httpd-run-config.txt'))).toEqual({
		serverRoot: '/etc/apache2',
		documentRoot: '/var/www/html',
		mainErrorLog: '/var/log/apache2/error.log',
		pidFile: '/var/run/apache2/apache2.pid',
		user: 'webapp',
		uid: 1004,
		group: 'webapp',
		gid: 1004,
		defaultMutexMechanism: 'sysvsem',
		defaultMutexDirectory: '/var/run/apache2/',
		mutexNames: ['watchdog-callback', 'mpm-accept', 'ssl-cache'],
		mutexes: { 'ssl-cache': { mechanism: 'fcntl', directory: '/var/run/ssl' } },
		defines: ['DUMP_VHOSTS', 'DUMP_RUN_CFG', 'SITE'],
	});
});

it('reads Windows paths and piped logs, and an account that httpd does not use', () => {
	const text =
		'ServerRoot: "C:/Apache24"\nMain ErrorLog: "|bin/rotatelogs.exe logs/e 86400"\nUser: name="daemon" id=1 not_used\n';
	expect(factsOf(httpdRunConfigParser, text)).toMatchObject({
		serverRoot: 'C:/Apache24',
		mainErrorLog: '|bin/rotatelogs.exe logs/e 86400',
		user: 'daemon',
		uid: 1,
		mutexNames: [],
	});
});

it('states nothing of the answer of httpd 2.2', () => {
	expect(factsOf(httpdRunConfigParser, 'VirtualHost configuration:\nSyntax OK\n')).toEqual({});
});
