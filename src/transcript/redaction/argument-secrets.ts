import { hideAfter } from './hide-after.ts';
import { hideNames } from './hide-names.ts';
import type { Rule } from './rule.ts';
import { secretName } from './secret-names.ts';
import { isSystemAccount } from './system-accounts.ts';
import { isPlaceholder, type Span, valueAt } from './value-span.ts';

/** Between an option and its value: blanks, an equals sign, or the border of two elements of a JSON list. */
const between = '(?:=|\\s+|["\']\\s*,?\\s*(?=["\']))';
const long = new RegExp(
	`(?<![\\w-])--?(?:[a-z0-9]+-)*(?:${secretName}|storepass|keypass|passin|passout|bearer|auth)(?<gap>${between})`,
	'gi',
);
const userPair = new RegExp(`(?<=[\\s"'])(?:-u|--user|--proxy-user)${between}["']?(?=[^\\s:"']+:)`, 'g');
const name = /[\w.-]+(?=:)/y;
const short = new RegExp(`(?<=[\\s"'])-p${between}`, 'g');
const glued = /(?<=[\s"'])-p(?=[^\s"'])/g;

/** Programs whose -p is a password, and those whose -p is something else. */
const takesPassword =
	/(?:^|[\s/"'`])(?:mysql\w*|mariadb\w*|sshpass|htpasswd|mongo\w*|zip|unzip|7z|smbclient|ncrack|docker\s+login)(?=["'\s])/;
const takesOther =
	/(?:^|[\s/"'`(])(?:mkdir|cp|ps|ssh|scp|sftp|rsync|tar|install|gdb|docker|podman|kill|pkill|strace|ltrace|lsof|pstack|gcore|perf|nc|ncat|nmap|ss|netstat|journalctl|systemctl|ls|find|chroot|make|patch|touch|taskset|renice|prlimit|nice|chrt|iptables|tcpdump|cgexec|nsenter|pidstat|pmap|df|loginctl|coredumpctl|curl)(?=["'\s])/;

/** How the options of interest begin: short ones after a blank or a quote. */
const options = [
	...[' ', '"', "'", '\t'].flatMap((before) => [`${before}--`, `${before}-p`, `${before}-u`]),
	...['-storep', '-keyp', '-tok', '-sec', '-bear', '-auth', '-cred', '-api', '-acc'],
];

/** `--password=…`, `-p …`, `mysql -u root -p…`, `curl -u user:…`, also as elements of a JSON list of arguments. */
export const argumentSecret: Rule = {
	id: 'argument-secret',
	about: 'secret',
	glimpse: { literals: options },
	hide: (line, veil) => {
		const named = hideAfter(line, long, 'secret', veil, valueOfOption);
		const paired = hideNames(hideAfter(named, userPair, 'secret', veil, afterColon), userPair, name, (user) =>
			isSystemAccount(user) ? user : veil.mask('user', user),
		);
		const spaced = hideAfter(paired, short, 'secret', veil, (text, at) => ofShortOption(text, at));
		const isGlued = /[\s"']-p[^\s"']/.test(spaced) && takesPassword.test(spaced);
		return isGlued ? hideAfter(spaced, glued, 'secret', veil, valueAt) : spaced;
	},
};

function valueOfOption(line: string, at: number, match: RegExpExecArray): Span | null {
	const span = valueAt(line, at);
	if (span === null) return null;
	const value = line.slice(span.start, span.end);
	// Another option follows, so this one has no value; or the value only tells where the secret stands.
	if ((match.groups?.gap !== '=' && value.startsWith('-')) || /^(?:env|file|fd):/.test(value)) return null;
	return value.startsWith('pass:') ? { start: span.start + 5, end: span.end } : span;
}

function afterColon(line: string, at: number): Span | null {
	const span = valueAt(line, at);
	const colon = span === null ? -1 : line.indexOf(':', span.start);
	return span === null || colon === -1 || colon + 1 >= span.end ? null : { start: colon + 1, end: span.end };
}

function ofShortOption(line: string, at: number): Span | null {
	const span = valueAt(line, at);
	if (span === null) return null;
	const value = line.slice(span.start, span.end);
	if (/^[-./~]/.test(value) || isPlaceholder(value)) return null;
	if (takesPassword.test(line)) return span;
	return takesOther.test(line) || /^[\d.:,/%-]+$/.test(value) ? null : span;
}
