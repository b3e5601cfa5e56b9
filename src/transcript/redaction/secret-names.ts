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
const passOwners = 'db|sql|user|root|admin|ftp|smtp|mail|ldap|key|store|bind|login|http|auth|site|proxy|ssh';
const pwOwners = 'bind|root|user|admin|db|default|ldap|my|sql';

/** A short word as a name of its own or with one of these before it. Looking back comes last, for it is slow. */
function ownedWord(word: string, owners: string): string {
	return `${word}(?:(?<![a-z]${word})|(?<=(?:${owners})[_.-]?${word}))`;
}

/** Names whose values are secrets, as a pattern without groups, for any case. What may follow in the name is in it. */
export const secretName =
	'(?:' +
	[
		...[
			'passw(?:or)?d',
			'passphrase',
			'passcode',
			'passwort',
			'kennwort',
			'mot_?de_?passe',
			'contrase(?:n|ñ)a',
			'secret',
			'token',
			'credentials?',
			'authtok',
		],
		...[ownedWord('pass', passOwners), ownedWord('pwd', pwOwners), ownedWord('pw', pwOwners), ownedWord('psk', 'wifi|wpa|sae')],
		`(?:${keyOwners.join('|')})[_-]?key`,
	].join('|') +
	')(?:[_.-]?(?:access[_-]?key|key|value|base|hash|text|string|salt|plain|data|id|\\d{1,3}))*';

/** Words of which one is in every such name. */
export const secretWords: readonly string[] = [
	...[
		'pass',
		'psk',
		'kennwort',
		'contrase',
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
