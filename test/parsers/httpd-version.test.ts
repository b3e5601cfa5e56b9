import { expect, it } from 'vitest';
import { httpdVersionParser } from '../../src/parsers/httpd-version.ts';
import { factsOf, fixture } from './evidence.ts';

const read = (name: string) => factsOf(httpdVersionParser, fixture(name));

it('reads a current httpd', () => {
	expect(read('httpd-version-debian.txt')).toMatchObject({
		product: 'Apache',
		version: '2.4.71',
		mpm: 'event',
		threaded: true,
		httpdRoot: '/etc/apache2',
		serverConfig: 'apache2.conf',
		apr: '1.7.2',
		mutexDefault: 'pthread',
		singleListenUnserialized: true,
	});
});

it('tells the mechanism between processes from the one between threads', () => {
	expect(read('httpd-version-22.txt')).toEqual({
		product: 'Apache',
		version: '2.2.34',
		mpm: 'prefork',
		threaded: false,
		httpdRoot: '/opt/web',
		serverConfig: 'conf/httpd.conf',
		apr: '1.5.2',
		aprUtil: '1.5.4',
		aprCompiled: '1.4.8',
		mutexDefault: 'sysvsem',
		singleListenUnserialized: true,
		pidLog: 'logs/httpd.pid',
		errorLog: 'logs/error_log',
	});
});

it('reads Windows, where no mechanism is named', () => {
	const facts = read('httpd-version-windows.txt');
	expect(facts).toMatchObject({ version: '2.4.62', mpm: 'winnt', httpdRoot: '/apache' });
	expect(facts).not.toHaveProperty('mutexDefault');
	expect(facts).not.toHaveProperty('singleListenUnserialized');
});

it('tells the version of Apache inside a product of another name', () => {
	expect(read('httpd-version-ihs.txt')).toMatchObject({
		product: 'IBM_HTTP_Server',
		version: '2.4.12',
		singleListenUnserialized: false,
	});
	expect(factsOf(httpdVersionParser, 'Server version: IBM_HTTP_Server/6.1.0.47 Apache/2.0.47\n')).toMatchObject({
		version: '2.0.47',
	});
});

it('reads an answer that was quoted, and one that names the MPM by its directory only', () => {
	const quoted = fixture('httpd-version-22.txt').replace(/^/gm, '# ');
	expect(factsOf(httpdVersionParser, quoted)).toEqual(read('httpd-version-22.txt'));
	const old = fixture('httpd-version-22.txt').replace(/^Server MPM.*\n/m, '');
	expect(factsOf(httpdVersionParser, old)).toMatchObject({ mpm: 'prefork' });
});

it('takes an empty root as stated', () => {
	expect(factsOf(httpdVersionParser, ' -D HTTPD_ROOT=""\n')).toEqual({ httpdRoot: '' });
});
