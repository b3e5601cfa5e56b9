import { describe, expect, it } from 'vitest';
import { httpdConfigParser } from '../../src/parsers/httpd-config.ts';
import { captured, citedBy, factsOf, fixture, inputOf } from './evidence.ts';

const main = '/opt/web/conf/httpd.conf';
const read = (text: string) => factsOf(httpdConfigParser, captured({ [main]: text }));
const isPartial = (files: Readonly<Record<string, string>>) => httpdConfigParser.parse(captured(files)).partial;

describe('httpd.conf', () => {
	it('reads what is in force', () => {
		expect(read(fixture('httpd.conf'))).toEqual({
			mainFile: main,
			files: [main],
			serverRoot: '/opt/web',
			listens: ['80', '0.0.0.0:8080', '[::1]:8443'],
			listenCount: 3,
			user: 'webapp',
			group: 'webapp',
			pidFile: 'run/httpd.pid',
			errorLog: '/var/log/web/error_log',
			errorLogs: ['/var/log/web/error_log', 'logs/shop_error'],
			coreDumpDirectory: '/var/cores',
			hasCoreDumpDirectory: true,
			mutexDirectives: ['sysvsem default', 'flock:/var/lock/web mpm-accept OmitPID'],
			mutexMechanism: 'flock',
			mutexDirectory: '/var/lock/web',
			loadModules: {
				mpm_prefork_module: 'modules/mod_mpm_prefork.so',
				authz_core_module: 'modules/mod_authz_core.so',
				proxy_module: 'modules/mod_proxy.so',
				proxy_ajp_module: 'modules/mod_proxy_ajp.so',
				log_config_module: 'modules/mod_log_config.so',
				jk_module: 'modules/mod_jk.so',
			},
			maxRequestWorkers: 60,
			serverLimit: 64,
			hasJk: true,
			jkWorkersFile: 'conf/workers.properties',
			proxyAjp: [
				{ url: 'ajp://10.9.8.1:8009/app', hasSecret: true, file: main, line: 44 },
				{ url: 'ajp://10.9.8.2:8009/old', hasSecret: false, file: main, line: 46 },
				{ url: 'ajp://10.9.8.3:8009/third', hasSecret: false, file: main, line: 48 },
				{ url: 'ajp://10.9.8.4:8009', hasSecret: true, file: main, line: 51 },
			],
			ajpSecretSet: true,
		});
	});

	it('never tells a secret', () => {
		expect(JSON.stringify(httpdConfigParser.parse(inputOf(fixture('httpd.conf'))))).not.toContain('hush');
	});

	it('cites a directive with its continuation', () => {
		const cited = citedBy(httpdConfigParser, captured({ [main]: fixture('httpd.conf') }), 'proxyAjp');
		expect(cited).toContain('\tProxyPass /app \\');
		expect(cited).toContain('\t\tajp://10.9.8.1:8009/app secret=hush timeout=30');
	});

	it('counts what is not there as zero', () => {
		expect(read('User web\n')).toMatchObject({
			listens: [],
			listenCount: 0,
			hasCoreDumpDirectory: false,
			hasJk: false,
			proxyAjp: [],
			ajpSecretSet: false,
		});
	});

	it('takes the same Listen twice for one, and continues a comment as httpd does', () => {
		expect(read('Listen 80\nlisten 80\n# Listen 81 \\\nListen 82\nListen 83\n')).toMatchObject({
			listens: ['80', '83'],
			listenCount: 2,
		});
	});

	it('counts a directive of a module that it knows nothing of', () => {
		expect(read('Listen 80\n<IfModule ssl_module>\nListen 443\n</IfModule>\n')).toMatchObject({ listenCount: 2 });
		expect(read('<IfModule !mpm_event_module>\nMaxClients 7\n</IfModule>\n')).toMatchObject({ maxRequestWorkers: 7 });
	});

	it('knows the other MPMs to be absent when one is loaded', () => {
		const text =
			'LoadModule mpm_worker_module m.so\n<IfModule prefork.c>\nMaxClients 1\n</IfModule>\n<IfModule worker.c>\nMaxClients 2\n</IfModule>\n';
		expect(read(text)).toMatchObject({ maxRequestWorkers: 2 });
	});

	it('is unsure of a definition that may come from the command line', () => {
		const text = 'Listen 80\n<IfDefine SSL>\nListen 443\n</IfDefine>\n';
		expect(read(text)).toMatchObject({ listenCount: 2 });
		expect(isPartial({ [main]: text })).toBe(true);
		expect(isPartial({ [main]: `Define SSL\n${text}` })).toBe(false);
		expect(read(`Define SSL\n${text.replace('IfDefine SSL', 'IfDefine !SSL')}`)).toMatchObject({ listenCount: 1 });
	});

	it('leaves out the text of a macro', () => {
		expect(read('Listen 80\n<Macro Site $port>\nListen $port\n</Macro>\n')).toMatchObject({ listens: ['80'] });
	});

	it('reads the environment script, and does not state a value that stays open', () => {
		const facts = factsOf(
			httpdConfigParser,
			captured({
				'/etc/apache2/envvars':
					'SUFFIX=\nexport APACHE_RUN_USER=www-data\nexport APACHE_PID_FILE=/run/apache2$SUFFIX/apache2.pid\n',
				'/etc/apache2/apache2.conf': `User \${APACHE_RUN_USER}\nGroup \${APACHE_RUN_GROUP}\nPidFile \${APACHE_PID_FILE}\n`,
			}),
		);
		expect(facts).toMatchObject({ user: 'www-data', pidFile: '/run/apache2/apache2.pid' });
		expect(facts).not.toHaveProperty('group');
	});

	it('knows that a file that includes others is a part', () => {
		const text = 'ServerRoot /etc/httpd\nListen 80\nInclude conf.d/*.conf\n';
		expect(isPartial({ '/etc/httpd/conf/httpd.conf': text })).toBe(true);
		expect(isPartial({ '/etc/httpd/conf/httpd.conf': text, '/etc/httpd/conf.d/a.conf': 'Listen 81\n' })).toBe(false);
		expect(isPartial({ '/etc/httpd/conf/httpd.conf': text, '/srv/other.conf': 'Listen 81\n' })).toBe(true);
	});

	it('reads the accept mutex of httpd 2.2', () => {
		expect(read('AcceptMutex fcntl\n')).toMatchObject({ mutexMechanism: 'fcntl', mutexDirectives: [] });
		expect(read('Mutex file:/run/lock rewrite-map\n')).not.toHaveProperty('mutexMechanism');
	});

	it('keeps a piped log whole', () => {
		expect(read('ErrorLog "|/usr/bin/rotatelogs -l /var/log/e 86400"\n')).toMatchObject({
			errorLog: '|/usr/bin/rotatelogs -l /var/log/e 86400',
		});
	});
});
