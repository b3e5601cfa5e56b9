import { hideAfter } from './hide-after.ts';
import type { Rule } from './rule.ts';
import { valueAt } from './value-span.ts';

/** Between an option and its value: blanks, or the border of two elements of a JSON list. */
const gap = '(?:\\s+|["\']\\s*,\\s*(?=["\']))';
const within = '[^|;]{0,300}?[\\s"\']';
const word = `(?:[^\\s"',]+|["'][^"']*)`;

/** What stands before a password, by program. */
const leads = [
	`\\bldap\\w*\\b${within}-w${gap}`,
	`\\bldap(?:search|modify|add|delete|whoami|passwd|compare|modrdn|exop)\\b${within}-w(?=[^\\s"'])`,
	`\\bredis-cli\\b${within}-a${gap}`,
	`\\bab\\b${within}-[AP]\\s*[^\\s:"']+:`,
	`\\bopenssl\\b${within}-(?:[kK]|psk)${gap}`,
	`\\b(?:ipmitool|sqlcmd|isql|osql|tsql|bcp|zip|unzip|ncftp\\w*)\\b${within}-P(?:${gap}|(?=[^\\s"']))`,
	`\\blftp\\b${within}-u\\s*[^\\s,"']+,`,
	`\\bsnmp(?:walk|get|getnext|bulkwalk|bulkget|set|trap|inform|table|status)\\b${within}-[cAX]${gap}`,
	`\\b[xw]?freerdp\\b${within}/p:`,
	`\\baws\\s+configure\\s+set\\s+\\S*(?:secret|token)\\S*\\s+`,
	`\\becho\\s+(?:-\\w+\\s+)?(?=[^|]{1,100}\\|\\s*sudo\\s+(?:-\\w+\\s+){0,4}-\\w*S)`,
	`\\bssh-keygen\\b${within}-[NP]${gap}`,
	`\\b(?:smbclient|smbget|rpcclient|net|wbinfo|winexe)\\b${within}-U\\s*["']?[^\\s%"']+%`,
	`\\bhtpasswd${gap}["']?-\\w*b\\w*(?:${gap}["']?-\\w+)*${gap}${word}${gap}${word}${gap}`,
	`\\brabbitmqctl\\s+(?:add_user|change_password|authenticate_user)\\s+\\S+\\s+`,
	`\\becho\\s+["']?[\\w.-]+:(?=[^|]*\\|\\s*(?:sudo\\s+)?chpasswd)`,
	`\\b(?:sqlplus|sqlldr|expdp|impdp|rman)\\b${within}[\\w.$]+/(?=[^\\s@/]+(?:@|\\s|$))`,
	'^\\s*AuthBasicFake\\s+\\S+\\s+',
];
const lead = new RegExp(leads.join('|'), 'g');

/** Passwords that a program takes in a way of its own: `ldapsearch -w …`, `htpasswd -b FILE USER …`. */
export const programSecret: Rule = {
	id: 'argument-secret',
	about: 'secret',
	glimpse: {
		literals: [
			...['ldap', 'redis-cli', ' ab ', '/ab ', '"ab"', 'openssl', 'ssh-keygen', 'smbclient', 'smbget', 'rpcclient', 'htpasswd'],
			...['rabbitmqctl', 'sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman', 'chpasswd', 'authbasicfake'],
			...[
				'ipmitool',
				'sqlcmd',
				'isql',
				'osql',
				'tsql',
				'bcp ',
				'zip',
				'ncftp',
				'lftp',
				'snmp',
				'freerdp',
				'configure set',
				'sudo -',
			],
			...['net ads', 'net rpc', 'wbinfo', 'winexe', '"net"'],
		],
	},
	hide: (line, veil) =>
		hideAfter(line, lead, 'secret', veil, (text, at, match) => {
			const span = valueAt(text, at);
			if (span === null || text[span.start] === '-') return null;
			const instance = match[0].endsWith('/') ? text.slice(span.start, span.end).indexOf('@') : -1;
			return instance > 0 ? { ...span, end: span.start + instance } : span;
		}),
};
