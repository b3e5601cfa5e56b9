import { hideNames } from './hide-names.ts';
import type { Rule, Veil } from './rule.ts';
import { isSystemAccount } from './system-accounts.ts';

const name = /[a-zA-Z_][\w.$-]{0,62}[\w$](?![\w@]|\((?!uid=))/y;

/** What stands before a name of a person's account. */
const lead = new RegExp(
	[
		'\\b(?:USER|LOGNAME|SUDO_USER|REMOTE_USER|USERNAME|APACHE_RUN_USER|APACHE_RUN_GROUP)=["\']?',
		'\\b(?:r|rem|remote_)?user=["\']?',
		'\\b(?:New session \\S{1,20} of|[Ss]ession (?:opened|closed) for) user ',
		'^(?:\\S{1,200} ){2,3}(?=[^\\s\\[]+ \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:)',
		'\\bUser Slice of (?!UID )',
		'\\b(?:Accepted|Failed) (?:password|publickey|keyboard-interactive/pam|none) for (?:invalid user )?',
		'\\b(?:invalid|illegal) user ',
		'\\bsudo(?:\\[\\d+\\])?: +(?=\\S+ : )',
		'\\bfor user ["\'](?=[^"\']+["\']@)',
		'\\buser (?=\\S+ (?:authentication failure|not found|in realm|does not|is not|mismatch)|\\S+: (?:authentication|password|not found))',
		'\\b(?:[ug]id|groups)=\\d+\\((?=[^)]*\\))',
		'(?<=\\bgroups=\\S{1,300}),\\d+\\(',
	].join('|'),
	'g',
);
const path = /\/(?:home|Users)\/|(?:[\s"'=:]|\d)\/~/g;
const directive = /^\s*(?:User|Group|AssignUserID)\s+["']?(?=[\w.$-]+["']?\s*$)/g;

const id = 'user-name';

const hider = (veil: Veil) => (user: string) => (isSystemAccount(user) ? user : veil.mask('user', user));

/** Whose home a path lies in. */
export const userPath: Rule = {
	id,
	about: 'identity',
	glimpse: { literals: ['/home/', '/users/'], sign: '~', pattern: /\/~/ },
	hide: (line, veil) => hideNames(line, path, name, hider(veil)),
};

/** Names of people's accounts where a log or an environment has them; those of systems and packages stay. */
export const userName: Rule = {
	id,
	about: 'identity',
	glimpse: {
		literals: [
			...[
				'user=',
				'logname=',
				'username=',
				'run_group=',
				'user ',
				'new session ',
				'slice of ',
				'session opened',
				'session closed',
			],
			...[
				'accepted p',
				'accepted k',
				'accepted n',
				'failed p',
				'failed k',
				'failed n',
				'sudo: ',
				'sudo[',
				'uid=',
				'gid=',
				'groups=',
			],
		],
		pattern: /^\s*(?:User|Group|AssignUserID)\s|^\S+ \S+ (?!- \[)\S+ (?:(?!- \[)\S+ )?\[\d\d\//,
	},
	hide: (line, veil) => hideNames(hideNames(line, directive, name, hider(veil)), lead, name, hider(veil)),
};
