import { hideAfter } from './hide-after.ts';
import type { Rule } from './rule.ts';
import { secretName } from './secret-names.ts';
import { looksSecret, restOfLine, type Span, valueAt } from './value-span.ts';

const names = [
	...[
		'AuthLDAPBindPassword',
		'AuthFormSitePassphrase',
		'SSLPassPhraseDialog',
		'SessionCryptoPassphrase',
		'SSLSRPUnknownUserSeed',
	],
	...['OIDCClientSecret', 'OIDCCryptoPassphrase', 'OIDCOAuthClientSecret', 'MDExternalAccountBinding', 'LuaAuthzSecret'],
	...['bindpw', 'rootpw', 'sasl_secret', 'requirepass', 'masterauth', 'auth-pass', 'secretbox', 'rpcpassword', 'snmp_community'],
	...['rocommunity', 'rwcommunity', 'SecRemoteRules', 'bind_pw', 'GssapiSessionKey'],
];
const whole = new RegExp(`^\\s*#?\\s*(?:${names.join('|')})\\s+(?:exec:|key:|\\|)?\\s*`, 'gi');
/** Directives of any module that end in such a word; those that name a file do not. */
const telltale =
	/^\s*#?\s*[A-Z]\w+(?:[Pp]assword|Passphrase|PassPhrase|Secret|SecretKey|HashKey|CryptoKey|ApiKey|Token|_[Pp]wd|_pw)\s+(?=\S)/g;
/** A name within the argument stays, so that it can be seen what was set. */
const named = new RegExp(`^${secretName}=(?=.)`, 'i');
const third = /^\s*#?\s*AddRadiusAuth\s+\S+\s+/gi;

/** Directives whose whole argument is a secret; the path of a program that tells it is one, too, for its arguments are. */
export const directiveSecret: Rule = {
	id: 'directive-secret',
	about: 'secret',
	glimpse: {
		literals: [
			...names.map((name) => name.toLowerCase()),
			'password ',
			'_pwd ',
			'_pw ',
			'passphrase ',
			'secret ',
			'hashkey ',
			'cryptokey ',
			'apikey ',
			'secretkey ',
			'token ',
			'addradiusauth',
		],
	},
	hide: (line, veil) =>
		[telltale, third].reduce(
			(text, lead) => hideAfter(text, lead, 'secret', veil, argumentAt),
			hideAfter(line, whole, 'secret', veil, (text, at) => restOfLine(text, at)),
		),
};

function argumentAt(line: string, at: number): Span | null {
	return valueAt(line, at + (named.exec(line.slice(at, at + 80))?.[0].length ?? 0));
}

const telling = '\\S*(?:pass|pwd|_pw|secret|token|credential|api_?key|salt|private|[_-]key|_dsn|auth)\\S*';
const variable = new RegExp(
	`^\\s*#?\\s*(?:SetEnv|Define|php(?:_admin)?_(?:value|flag)|FcgidInitialEnv|JkEnvVar|CGIVar|fastcgi_param|uwsgi_param|RequestHeader\\s+(?:set|add|append|merge)|Header\\s+(?:always\\s+)?(?:set|add|append|merge)|passenger_env_var|env|Perl(?:Set|Add)Var|PerlSetEnv|ProxyFCGISetEnvIf\\s+(?:"[^"]*"|\\S+)|set\\s+-\\w+)\\s+["']?(?<name>${telling})\\s+`,
	'gi',
);

/** `SetEnv DB_PASSWORD …`, `php_value mysqli.default_pw …`, `RequestHeader set X-Api-Key …`. */
export const variableSecret: Rule = {
	id: 'variable-secret',
	about: 'secret',
	glimpse: {
		literals: [
			'setenv',
			'define',
			'php_',
			'fcgidinitialenv',
			'jkenvvar',
			'cgivar',
			'_param',
			'header',
			'env_var',
			'env ',
			'perl',
			'set -',
		],
	},
	hide: (line, veil) =>
		hideAfter(line, variable, 'secret', veil, (text, at, match) =>
			isHarmlessName(match.groups?.name ?? '') ? null : headerValue(text, at),
		),
};

/** Names that speak of a secret and hold something else. */
export function isHarmlessName(name: string): boolean {
	return /(?:file|path|dir|sock|name|type|ttl|length|algorithm|expir\w*|enabled|required|uri|url|endpoint|proxy-\w+|no-\w+)["']?$/i.test(
		name,
	)
		? !/passw|secret$/i.test(name)
		: false;
}

function headerValue(line: string, at: number): Span | null {
	return /^["']/.test(line.slice(at, at + 1)) ? valueAt(line, at) : restOfLine(line, at);
}

const trustedCertificate = /^\s*LDAPTrusted(?:Client|Global)Cert\s+\S+\s+\S+\s+/gi;
const query = /\b(?:IDENTIFIED\s+BY\s+|PASSWORD\s*\(\s*|PASSWORD\s+(?:FOR\s+\S+\s*=\s*(?:PASSWORD\s*\(\s*)?)?)(?=['"])/gi;
const login = /\blogin\s+\S+\s+password\s+/gi;
const constant = /\bdefine\s*\(\s*["'][A-Z0-9_]*(?:PASS|KEY|SALT|SECRET|TOKEN)[A-Z0-9_]*["']\s*,\s*(?=["'])/gi;
const called =
	/(?:\bnew\s+(?:PDO|mysqli)|\b(?:mysqli?_p?connect|ldap_bind|ftp_login|oci_p?connect))\s*\(\s*[^,()]{1,200}(?:,\s*[^,()]{1,200})?,\s*(?=["'][^"']*["']\s*[,)])|\.login\(\s*["'][^"']*["']\s*,\s*(?=["'])/g;
const alone = /^\s*(?:password|passwd|secret)\s+(?=\S+\s*$)/gi;
const prose = /\bpass(?:word|phrase)\s+(?:is\s+|was\s+)?(?=["'`])/gi;
const bare =
	/\b(?:pass(?:word|phrase|wd)?|pwd|passwort|kennwort|secret|token|credentials?|creds(?=\s+\S+:)|(?:api|access|secret|auth|license|signing|encryption)[ _-]?key)(?:\s+(?:for|of)\s+\S+)?(?:\s+|(?<=key)\s*:\s*)(?:(?:is|was|set to)\s+)?(?:(?<=creds\s)[\w.-]+:)?(?:(?<=key\s)["'`])?(?=[\w!#$%&*+=@^~-]{8,}(?:[\s,;."'`]|$))/gi;

const worthALook =
	/ldaptrusted|connect|mysqli|pdo\(|ldap_bind|ftp_login|\.login\(|identified|login\s|define\s*\(|(?:pass(?:word|phrase|wd|wort)?|pwd|kennwort|secret|token|credentials?|creds|key)\s*(?:["'`(:]|\s)/i;

/** Secrets that a language of its own announces: SQL, .netrc, LDAP certificates, and words such as "password 'x'". */
export const spokenSecret: Rule = {
	id: 'spoken-secret',
	about: 'secret',
	glimpse: {
		literals: [
			'ldaptrusted',
			'identified',
			'passw',
			'passphrase',
			'secret',
			'define',
			'kennwort',
			'token ',
			'cred',
			'pass ',
			'pwd ',
			'api key',
			'apikey',
			'access key',
			'auth key',
			'license key',
			'mysql',
			'pdo(',
			'ldap_bind',
			'ftp_login',
			'oci_',
			'.login(',
			'signing key',
			'encryption key',
		],
	},
	hide: (line, veil) =>
		worthALook.test(line)
			? hideAfter(
					[trustedCertificate, query, login, constant, prose, called].reduce(
						(text, lead) => hideAfter(text, lead, 'secret', veil, (before, at) => valueAt(before, at)),
						hideAfter(line, alone, 'secret', veil, (text, at) => (looksSecret(text.slice(at).trim()) ? valueAt(text, at) : null)),
					),
					bare,
					'secret',
					veil,
					drawnWord,
				)
			: line,
};

/** A word in running text that nobody would write there but as a secret: letters and digits mixed, or a long number in hex. */
function drawnWord(line: string, at: number): Span | null {
	const word = /^[\w!#$%&*+=@^~-]+/.exec(line.slice(at, at + 200))?.[0] ?? '';
	const isDrawn =
		word.length >= 8 && /\d/.test(word) && /[A-Za-z]/.test(word) && !/^(?:AH\d+|0x[\da-f]+|v?\d+[a-z]*|--.*)$/i.test(word);
	return isDrawn && !/^[a-z]+[-_]?\d{1,3}$/.test(word) ? { start: at, end: at + word.length } : null;
}
