import { isMasked, type Rule } from './rule.ts';
import { isSystemAccount } from './system-accounts.ts';

const htpasswd = /^(\s*)([^\s:[\]]{1,64}):([./0-9A-Za-z]{13})(?=\s*$)/;
const htdigest = /^(\s*)([^\s:[\]]{1,64}):([^:]{1,128}):([0-9a-f]{32})(?=\s*$)/;
const hashed = /^(\s*)([^\s:[\]]{1,64}):(?=\[hash-\d+\]|!?\$\w|\{S?SHA)/;
const pgpass = /^(\s*[\w.*-]+:(?:\d{1,5}|\*):[^:\s]+:)([^:\s]+):(\S+)(?=\s*$)/;
const passwd = /^([^\s:]{1,64}):([^:]{0,64}):(\d+):(\d+):([^:]*):([^:]*):([^:]*)$/;

/** Lines of htpasswd, htdigest, .pgpass and passwd files, which are nothing but names and secrets. */
export const passwordFile: Rule = {
	id: 'password-file',
	about: 'secret',
	glimpse: { sign: ':', pattern: /^\s*[^\s:[]{1,64}:(?:\S*\s*$|[^:]*:(?:\d+:\d+:|[\da-f]{32}\s*$))/ },
	hide: (line, veil) => {
		const userMask = (user: string) => (isSystemAccount(user) || isMasked(user) ? user : veil.mask('user', user));
		const fields = passwd.exec(line);
		if (fields) return passwdLine(fields.slice(1), userMask, (kind, value) => veil.mask(kind, value));
		return line
			.replace(htpasswd, (whole, blanks: string, user: string, hash: string) =>
				looksCrypted(hash) ? `${blanks}${userMask(user)}:${veil.mask('hash', hash)}` : whole,
			)
			.replace(
				htdigest,
				(_whole, blanks: string, user: string, realm: string, hash: string) =>
					`${blanks}${userMask(user)}:${realm}:${veil.mask('hash', hash)}`,
			)
			.replace(hashed, (_whole, blanks: string, user: string) => `${blanks}${userMask(user)}:`)
			.replace(pgpass, (_whole, before: string, user: string, password: string) => {
				const hidden = isMasked(password) ? password : veil.mask('secret', password);
				return `${before}${userMask(user)}:${hidden}`;
			});
	},
};

/** A hash of crypt(3) has all kinds of characters; a word of thirteen letters has not. */
function looksCrypted(text: string): boolean {
	return /[A-Z]/.test(text) && /[a-z]/.test(text) && /[./0-9]/.test(text);
}

function passwdLine(
	[name = '', password = '', uid = '', gid = '', person = '', home = '', shell = '']: readonly string[],
	userMask: (user: string) => string,
	mask: (kind: string, value: string) => string,
): string {
	const user = userMask(name);
	const secret = password.length < 3 || isMasked(password) ? password : mask('hash', password);
	const isPerson = user !== name && person.replaceAll(',', '') !== '';
	const about = isPerson && !isMasked(person) ? mask('person', person) : person;
	return [user, secret, uid, gid, about, home, shell].join(':');
}
