/** Before "key", with or without a dash between. */
const keyOwners = [
	...[
		'api',
		'app',
		'access',
		'account',
		'auth',
		'cipher',
		'client',
		'consumer',
		'crypto',
		'encryption',
		'hmac',
		'jwt',
		'license',
	],
	...['master', 'private', 'priv', 'session', 'shared', 'signing', 'ssh', 'storage', 'subscription'],
];
const prefixedPass = '(?<=(?:db|sql|user|root|admin|ftp|smtp|mail|ldap|key|store|bind|login|http|auth|site|proxy)[_.-]?)';

/** Names whose values are secrets, as a pattern without groups, for any case. What may follow in the name is in it. */
export const secretName =
	'(?:' +
	[
		'passw(?:or)?d',
		'passphrase',
		'passcode',
		'passwort',
		'(?<![a-z])pass',
		`${prefixedPass}pass`,
		'(?<![a-z])pwd',
		'(?<=(?:db|user|root|admin|my|sql)[_.-]?)pwd',
		'(?<=(?:bind|root|user|admin|db|default|ldap|mysql)[_.-]?)pw',
		'(?<![a-z])pw',
		'authtok',
		'secret',
		'token',
		'credentials?',
		`(?:${keyOwners.join('|')})[_-]?key`,
	].join('|') +
	')(?:[_.-]?(?:access[_-]?key|key|value|base|hash|text|string|salt|plain|\\d{1,3}))*';

/** Words of which one is in every such name. */
export const secretWords: readonly string[] = [
	...[
		'pass',
		'pwd',
		'secret',
		'token',
		'credential',
		'pw=',
		'pw:',
		'pw =',
		'authtok',
		'bindpw',
		'rootpw',
		'_pw',
		'-pw',
		'.pw',
		'userpw',
		'adminpw',
		'dbpw',
		'ldappw',
	],
	...keyOwners.flatMap((owner) => [`${owner}key`, `${owner}_key`, `${owner}-key`]),
];
