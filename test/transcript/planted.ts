/** A secret in a line of evidence: the line is `before + secret + after`, and nothing else of it may change. */
export interface Planted {
	readonly kind: string;
	readonly format: string;
	readonly secret: string;
	readonly before: string;
	readonly after: string;
}

type Context = readonly [format: string, before: string, after: string];

/** Characters of a secret in an order that looks drawn, yet is the same in every run. */
function drawn(alphabet: string, length: number, seed: number): string {
	let state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0;
	return Array.from({ length }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)] ?? '';
	}).join('');
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const upper = lower.toUpperCase();
const word = lower + upper + digits;
const hex = `${digits}abcdef`;
/** Of everything something, so that it is no word. */
const password = (seed: number): string => `${drawn(upper, 1, seed)}${drawn(word, 9, seed + 7)}${drawn(digits, 2, seed + 3)}`;
const signs = (seed: number): string => `${drawn(lower, 3, seed)}!${drawn(word, 5, seed + 1)}#${drawn(digits, 2, seed + 2)}%`;

interface Kind {
	readonly kind: string;
	readonly make: (seed: number) => string;
	readonly contexts: readonly Context[];
}

const stamp = '[Fri Nov 21 10:05:11.123456 2025] [core:error] [pid 4711:tid 140123456789000] ';

const kinds: readonly Kind[] = [
	{
		kind: 'directive',
		make: password,
		contexts: [
			['httpd-config', 'AuthLDAPBindPassword "', '"'],
			['httpd-config', '    AuthLDAPBindPassword ', ''],
			['httpd-config', 'AuthFormSitePassphrase ', ''],
			['httpd-config', 'SessionCryptoPassphrase ', ''],
			['httpd-config', 'OIDCClientSecret ', ''],
			['httpd-config', 'SSLPassPhraseDialog exec:', ''],
			['error-log', `${stamp}AH00526: Syntax error on line 3: AuthLDAPBindPassword = "`, '"'],
		],
	},
	{
		kind: 'jk',
		make: password,
		contexts: [
			['workers-properties', 'worker.ajp13.secret=', ''],
			['workers-properties', 'worker.node-1.secret = ', ''],
			['httpd-config', '  JkWorkerProperty worker.ajp13.secret=', ''],
			['httpd-config', 'ProxyPass "/app" "ajp://127.0.0.1:8009/app" secret=', ' retry=0'],
			['httpd-config', '    BalancerMember ajp://127.0.0.1:8010 route=a secret="', '"'],
			[
				'error-log',
				`${stamp}AH01146: Ignoring parameter 'secret=`,
				"' for worker 'ajp://127.0.0.1:8009' because of worker sharing",
			],
		],
	},
	{
		kind: 'tomcat',
		make: signs,
		contexts: [
			['tomcat-server-xml', '<Connector port="8009" protocol="AJP/1.3" secret="', '" address="::1"/>'],
			['tomcat-server-xml', '<Connector protocol="AJP/1.3" requiredSecret="', '" port="8009"/>'],
			['tomcat-server-xml', '           keystorePass="', '" keystoreFile="conf/keystore"/>'],
			['tomcat-server-xml', "<Certificate certificateKeystorePassword='", '\' type="RSA"/>'],
			['tomcat-server-xml', '<Resource name="jdbc/db" username="root" password="', '" maxTotal="20"/>'],
			['tomcat-server-xml', '<entry name="db.password" value="', '"/>'],
			['tomcat-server-xml', '<password>', '</password>'],
		],
	},
	{
		kind: 'environment',
		make: password,
		contexts: [
			['unknown', 'DB_PASSWORD=', ''],
			['unknown', 'export SECRET_KEY_BASE=', ''],
			['unknown', 'APP_KEY=', ''],
			['httpd-config', 'SetEnv DB_PASS ', ''],
			['httpd-config', '  SetEnv API_TOKEN "', '"'],
			['unit-properties', 'Environment=LANG=C MYSQL_PWD=', ' TZ=UTC'],
			['unit-properties', 'Environment="SMTP_PASS=', '"'],
			['unknown', 'LANG=C\0REDIS_PASSWORD=', '\0TZ=UTC'],
		],
	},
	{
		kind: 'php',
		make: password,
		contexts: [
			['httpd-config', 'php_value mysqli.default_pw "', '"'],
			['httpd-config', 'php_admin_value session.hash_secret ', ''],
			['error-log', `${stamp}PHP Notice:  $password = '`, "' in /var/www/html/x.php on line 3"],
			['error-log', `${stamp}PHP Warning: array('user' => 'root', 'password' => '`, "') in /var/www/html/x.php on line 9"],
		],
	},
	{
		kind: 'argument',
		make: password,
		contexts: [
			['processes', 'mysql -u root -p ', ' -h localhost'],
			['processes', 'mysqldump -uroot -p', ' shop'],
			['processes', '/opt/app/run --password=', ' --verbose'],
			['processes', '/opt/app/run --db-password ', ' --verbose'],
			['processes', '1\t0\t0\troot\tS\t2025-11-21T10:05:11\t/usr/bin/x\t/\t["/usr/bin/x","--password","', '","-v"]'],
			['processes', '1\t0\t0\troot\tS\t2025-11-21T10:05:11\t/usr/bin/x\t/\t["mysql","-p","', '","shop"]'],
			['processes', 'java -Djavax.net.ssl.keyStorePassword=', ' -jar app.jar'],
			['processes', "sshpass -p '", "' ssh localhost"],
			['processes', 'openssl rsa -passin pass:', ' -in key.pem'],
			['logind-journal', 'Nov 21 10:05:11 localhost sudo[1]: root : COMMAND=/usr/bin/x --token ', ' --now'],
		],
	},
	{
		kind: 'url',
		make: password,
		contexts: [
			['httpd-config', 'ProxyPass / http://root:', '@127.0.0.1:8080/'],
			['unknown', 'DATABASE_URL=postgresql://root:', '@localhost:5432/shop'],
			['error-log', `${stamp}could not connect to mysql://root:`, '@localhost/shop, giving up'],
			['error-log', `${stamp}redis://:`, '@127.0.0.1:6379/0 refused'],
			['error-log', `${stamp}dsn root:`, '@tcp(127.0.0.1:3306)/shop failed'],
			['unknown', 'url=jdbc:oracle:thin:root/', '@localhost:1521:orcl'],
		],
	},
	{
		kind: 'query',
		make: (seed) => drawn(word, 18, seed) + drawn(digits, 2, seed),
		contexts: [
			['error-log', `${stamp}File does not exist: /var/www/html/a, referer: https://localhost/a?token=`, '&page=2'],
			['access-log', '127.0.0.1 - - [21/Nov/2025:10:05:11 +0000] "GET /reset?user=7&key=', ' HTTP/1.1" 200 12'],
			['access-log', '127.0.0.1 - - [21/Nov/2025:10:05:11 +0000] "GET /cb?code=', '&scope=all HTTP/1.1" 200 12'],
			['error-log', `${stamp}GET /o/x?sig=`, '&se=2025 failed'],
			['error-log', `${stamp}redirect to /app;jsessionid=`, '?x=1'],
			['error-log', `${stamp}https://localhost/x?X-Amz-Signature=`, ' is too long'],
			['error-log', `${stamp}uri /a?access_token=`, '#top'],
		],
	},
	{
		kind: 'authorization',
		make: (seed) => drawn(word, 24, seed),
		contexts: [
			['error-log', `${stamp}mod_dumpio:  dumpio_in (data-HEAP): Authorization: Bearer `, '\\r\\n'],
			['error-log', `${stamp}Proxy-Authorization: Basic `, ''],
			['error-log', `${stamp}header X-Api-Key: `, ''],
			['httpd-config', 'RequestHeader set Authorization "Bearer ', '"'],
			['unknown', 'HTTP_AUTHORIZATION=Bearer ', ''],
			['processes', "curl -H 'Authorization: Token ", "' https://localhost/"],
			['error-log', `${stamp}{"authorization":"Bearer `, '","path":"/a"}'],
		],
	},
	{
		kind: 'basic',
		make: (seed) => Buffer.from(`root:${password(seed)}`).toString('base64'),
		contexts: [
			['error-log', `${stamp}Authorization: Basic `, '\\r\\n'],
			['error-log', `${stamp}sent Basic `, ' and was refused'],
			['httpd-config', 'RequestHeader set Authorization "Basic ', '"'],
			['backtrace', 'header was Basic ', ''],
		],
	},
	{
		kind: 'cookie',
		make: (seed) => `SID=${drawn(word, 20, seed)}; theme=dark`,
		contexts: [
			['error-log', `${stamp}mod_dumpio: dumpio_in (data-HEAP): Cookie: `, '\\r\\n'],
			['error-log', `${stamp}Set-Cookie: `, ''],
			['unknown', 'HTTP_COOKIE=', ''],
			['error-log', `${stamp}"Cookie": "`, '", "Host": "localhost"'],
		],
	},
	{
		kind: 'known-token',
		make: (seed) =>
			[
				`AKIA${drawn(upper + digits, 16, seed)}`,
				`ghp_${drawn(word, 36, seed)}`,
				`glpat-${drawn(word, 20, seed)}`,
				`xoxb-${drawn(digits, 12, seed)}-${drawn(word, 24, seed)}`,
				`AIza${drawn(word, 35, seed)}`,
				`sk_live_${drawn(word, 24, seed)}`,
				`npm_${drawn(word, 36, seed)}`,
				`github_pat_${drawn(word, 40, seed)}`,
				`whsec_${drawn(word, 32, seed)}`,
				`hvs.${drawn(word, 24, seed)}`,
			][seed % 10] ?? '',
		contexts: [
			['error-log', `${stamp}call failed with `, ' today'],
			['httpd-config', '# rotate ', ' soon'],
			['backtrace', 'argument was ', ''],
			['logind-journal', 'Nov 21 10:05:11 localhost app[1]: got ', ', refused'],
			['processes', '/usr/bin/x ', ' -v'],
		],
	},
	{
		kind: 'jwt',
		make: (seed) => `eyJ${drawn(word, 20, seed)}.eyJ${drawn(word, 40, seed + 1)}.${drawn(`${word}_-`, 42, seed + 2)}a`,
		contexts: [
			['error-log', `${stamp}bad `, ' from the client'],
			['error-log', `${stamp}Authorization: Bearer `, '\\r\\n'],
			['access-log', '127.0.0.1 - - [21/Nov/2025:10:05:11 +0000] "GET /a?x=', ' HTTP/1.1" 401 12'],
		],
	},
	{
		kind: 'crypt',
		make: (seed) =>
			[
				`$2y$10$${drawn(`${word}./`, 53, seed)}`,
				`$apr1$${drawn(word, 8, seed)}$${drawn(`${word}./`, 22, seed + 1)}`,
				`$6$${drawn(word, 16, seed)}$${drawn(`${word}./`, 86, seed + 1)}`,
				`$1$${drawn(word, 8, seed)}$${drawn(`${word}./`, 22, seed + 1)}`,
				`{SHA}${Buffer.from(drawn(word, 20, seed)).toString('base64')}`,
				`$y$j9T$${drawn(`${word}./`, 22, seed)}$${drawn(`${word}./`, 43, seed + 1)}`,
			][seed % 6] ?? '',
		contexts: [
			['unknown', 'root:', ''],
			['unknown', 'admin:', ':19000:0:99999:7:::'],
			['error-log', `${stamp}unknown hash `, ''],
		],
	},
	{
		kind: 'password-file',
		make: (seed) =>
			`${drawn(upper, 2, seed)}${drawn(lower, 4, seed + 1)}${drawn(digits, 3, seed + 2)}${drawn(word, 3, seed + 3)}.`,
		contexts: [
			['unknown', 'admin:', ''],
			['unknown', 'localhost:5432:shop:admin:', ''],
			['unknown', 'machine localhost login admin password ', ''],
		],
	},
	{
		kind: 'database',
		make: signs,
		contexts: [
			['httpd-config', 'DBDParams "host=localhost user=root password=', ' dbname=shop"'],
			['httpd-config', 'DBDParams "host=localhost,user=root,pass=\'', '\',dbname=shop"'],
			['unknown', 'password = "', '"'],
			['unknown', 'Server=localhost;Database=shop;Uid=root;Pwd=', ';SslMode=None'],
			['error-log', `${stamp}CREATE USER root IDENTIFIED BY '`, "'"],
			['error-log', `${stamp}pg_connect(): host=localhost dbname=shop password='`, "' failed"],
		],
	},
	{
		kind: 'json',
		make: password,
		contexts: [
			['unknown', '{"user":"root","password":"', '","port":1}'],
			['unknown', '  "client_secret": "', '",'],
			['error-log', `${stamp}body {\\"secret\\":\\"`, '\\"}'],
			['unknown', '  password: ', ''],
			['unknown', "  api_key: '", "'"],
		],
	},
	{
		kind: 'backtrace',
		make: password,
		contexts: [
			['backtrace', '#0  0x00007f2b1c0a1f5e in check_password (user=0x7f2b18, sent=0x7f2b19 ', ', n=5) at auth.c:42'],
			['backtrace', '        sent = 0x7f2b19 ', ''],
			['backtrace', '        buffer = ', ", '\\000' <repeats 100 times>"],
			['error-log', `${stamp}PHP Stack trace:\\n#0 /var/www/html/db.php(12): PDO->__construct(`, ')\\n#1 {main}'],
		],
	},
	{
		kind: 'tls',
		make: (seed) => drawn(hex, 64, seed),
		contexts: [
			['unknown', '    Master-Key: ', ''],
			['unknown', `CLIENT_RANDOM ${'0a1b2c3d'.repeat(8)} `, ''],
			['unknown', '    Session-ID: ', ''],
		],
	},
	{
		kind: 'session-id',
		make: (seed) => drawn(`${digits}ABCDEF`, 30, seed) + drawn(digits, 2, seed),
		contexts: [
			['error-log', `${stamp}unknown session JSESSIONID=`, ' was dropped'],
			['error-log', `${stamp}PHPSESSID: `, ''],
			['access-log', '127.0.0.1 - - [21/Nov/2025:10:05:11 +0000] "GET /a?sid=', '&x=1 HTTP/1.1" 200 12'],
		],
	},
];

/** Values that gdb and PHP print in quotes are hidden with them. */
function quoted(kind: string, format: string, secret: string): string {
	if (kind !== 'backtrace') return secret;
	return format === 'backtrace' ? `"${secret}"` : `'${secret}'`;
}

/** Ten secrets of each of twenty kinds, over the places where such secrets stand. */
export const planted: readonly Planted[] = kinds.flatMap(({ kind, make, contexts }, number) =>
	Array.from({ length: 10 }, (_, index): Planted => {
		const [format, before, after] = contexts[index % contexts.length] ?? ['unknown', '', ''];
		return { kind, format, secret: quoted(kind, format, make(number * 100 + index)), before, after };
	}),
);
