import { hideMatches, type Rule } from './rule.ts';
import { moreShapes } from './token-shapes.ts';

/** Begins and shapes of tokens that services give out: none of these is an ordinary word. */
const shapes: readonly (readonly [hint: string, shape: string])[] = [
	['akia', 'AKIA[0-9A-Z]{12,}'],
	['asia', 'ASIA[0-9A-Z]{16}'],
	['aroa', 'AROA[0-9A-Z]{16}(?![0-9A-Z])'],
	['aida', 'AIDA[0-9A-Z]{16}(?![0-9A-Z])'],
	['ghp_', 'ghp_[A-Za-z0-9]{20,}'],
	['gho_', 'gho_[A-Za-z0-9]{20,}'],
	['ghu_', 'ghu_[A-Za-z0-9]{20,}'],
	['ghs_', 'ghs_[A-Za-z0-9]{20,}'],
	['ghr_', 'ghr_[A-Za-z0-9]{20,}'],
	['github_pat_', 'github_pat_\\w{20,}'],
	['gl', 'gl(?:pat|dt|rt|ptt|cbt|ft|soat|agent|oas)-[\\w-]{18,}'],
	['xox', 'xox[a-z](?:\\.xox[a-z])?-[\\w-]{8,}'],
	['xapp-', 'xapp-\\d-[\\w-]{8,}'],
	['hooks.slack.com', '(?<=hooks\\.slack\\.com/(?:services|workflows)/)[\\w/]{10,}'],
	['webhook', '(?<=discord(?:app)?\\.com/api/webhooks/|webhook\\.office\\.com/|outlook\\.office\\.com/webhook/)[\\w/@.-]{20,}'],
	['aiza', 'AIza[\\w-]{30,}'],
	['ya29.', 'ya29\\.[\\w-]{20,}'],
	['gocspx-', 'GOCSPX-[\\w-]{20,}'],
	['_live_', '[srp]k_live_\\w{10,}'],
	['_test_', '[srp]k_test_\\w{10,}'],
	['whsec_', 'whsec_[\\w+/=]{16,}'],
	['eyj', 'eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*){0,3}'],
	['npm_', 'npm_[A-Za-z0-9]{30,}'],
	['pypi-', 'pypi-[\\w-]{30,}'],
	['sg.', 'SG\\.[\\w-]{16,}\\.[\\w-]{16,}'],
	['sk-', 'sk-(?:[a-z]+-)*[\\w-]{20,}'],
	['hf_', 'hf_[A-Za-z0-9]{30,}'],
	['hvs.', 'hv[sbr]\\.[\\w-]{20,}'],
	['do', 'do[opr]_v1_[0-9a-f]{40,}'],
	['dckr_', 'dckr_[op]at_[\\w-]{20,}'],
	['shp', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
	['age-secret-key-', 'AGE-SECRET-KEY-1[0-9A-Z]{50,}'],
	['key-', 'key-[0-9a-z]{32}'],
	['sq0', 'sq0[a-z]{3}-[\\w-]{18,}'],
	['sl.', 'sl\\.[\\w-]{60,}'],
	['pul-', 'pul-[0-9a-f]{40}'],
	['dp.', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w-]{30,}'],
	['lin_api_', 'lin_api_\\w{20,}'],
	['atatt3x', 'ATATT3x[\\w=-]{20,}'],
	['rubygems_', 'rubygems_[0-9a-f]{40,}'],
	['dapi', 'dapi[0-9a-f]{32}'],
	['pmak-', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'],
	['xkeysib-', 'xkeysib-[0-9a-f]{40,}-\\w{8,}'],
	['sntry', 'sntry[su]_[\\w+/=-]{20,}'],
	['nra', 'NRA[AK]-[0-9A-Z]{20,}'],
	['ntn_', 'ntn_\\w{30,}'],
	['figd_', 'figd_[\\w-]{20,}'],
	['glc_', 'glc_[\\w+/=]{20,}'],
	['glsa_', 'glsa_\\w{20,}'],
	['tskey-', 'tskey-[a-z]+-[\\w-]{10,}'],
	['eaa', 'EAA[A-Z][A-Za-z0-9]{30,}'],
	...moreShapes,
];

/** Tokens of the well-known kinds: cloud providers, code hosts, chat, payment, JWT. */
export const knownToken: Rule = hideMatches(
	{
		id: 'known-token',
		about: 'secret',
		glimpse: {
			literals: [
				...shapes.map(([hint]) => hint).filter((hint) => hint.length > 2),
				...['/bot'],
				...['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glft-', 'glsoat-', 'glagent-', 'gloas-', 'hvb.', 'hvr.', '_v1_'],
			],
		},
	},
	'token',
	new RegExp(`(?<![A-Za-z0-9_])(?:${shapes.map(([, each]) => each).join('|')})|(?<=\\bbot)\\d{8,10}:[\\w-]{30,}`, 'g'),
);

/** Ids of Twilio, and the keys of Mailchimp and New Relic, which are numbers in hex with two letters before or a region behind. */
export const numberedToken: Rule = hideMatches(
	{
		id: 'known-token',
		about: 'secret',
		glimpse: {
			literals: [...Array.from('0123456789abcdef').flatMap((digit) => [`sk${digit}`, `ac${digit}`]), ...['-us', 'nral']],
		},
	},
	'token',
	/(?<![A-Za-z0-9_])(?:(?:SK|AC)[0-9a-f]{32}|[0-9a-f]{32}-us\d{1,2}|[0-9a-f]{36}NRAL)(?![A-Za-z0-9_])/g,
);

const hash =
	/(?<!\$)(?:\$(?:2[abxy]?|1|5|6|7|y|gy|apr1|sha1|argon2(?:id|i|d)|P|H|scrypt|pbkdf2[\w-]*)\$[\w./$=,+-]{12,}|\{(?:SHA|SSHA|SHA256|SSHA256|SHA512|SSHA512|MD5|SMD5|CRYPT|PBKDF2[\w-]*)\}[\w./$=+-]{8,})/g;

/** Password hashes: what a guess can be tried against. */
export const passwordHash: Rule = hideMatches(
	{
		id: 'password-hash',
		about: 'secret',
		glimpse: {
			literals: [
				...[
					'$2a$',
					'$2b$',
					'$2x$',
					'$2y$',
					'$2$',
					'$1$',
					'$5$',
					'$6$',
					'$7$',
					'$y$',
					'$gy$',
					'$apr1$',
					'$sha1$',
					'$argon2',
					'$p$',
					'$h$',
				],
				...['$scrypt$', '$pbkdf2', '{sha', '{ssha', '{md5}', '{smd5}', '{crypt}', '{pbkdf2'],
			],
		},
	},
	'hash',
	hash,
);

const sessionSecret =
	/(?<=\b(?:Master-Key|Private-MAC|Session-ID|Session-ID-ctx|Resumption PSK|PSK|pre-?master|master_secret|RSA Session-ID):\s*)[0-9A-Fa-f]{16,}|(?<=\b(?:CLIENT_RANDOM|CLIENT_(?:HANDSHAKE_)?TRAFFIC_SECRET(?:_\d)?|SERVER_(?:HANDSHAKE_)?TRAFFIC_SECRET(?:_\d)?|EXPORTER_SECRET|RSA) [0-9a-f]{16,64} )[0-9a-f]{32,}/g;

/** What decrypts a recorded TLS session. */
export const tlsSecret: Rule = hideMatches(
	{
		id: 'tls-secret',
		about: 'secret',
		glimpse: { literals: ['master', 'private-mac', 'session-id', 'psk:', 'client_', 'server_', 'exporter_secret', 'rsa '] },
	},
	'secret',
	sessionSecret,
);
