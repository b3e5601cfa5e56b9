import { hideAfter } from './hide-after.ts';
import { isMasked, type Rule, type Veil } from './rule.ts';
import { secretName } from './secret-names.ts';
import { isSystemAccount } from './system-accounts.ts';
import { isPlaceholder, type Span } from './value-span.ts';

const credentials =
	/(:\/\/)([^\s:/@"'<>?#[\]]{0,256}:(?!\d{1,5}(?:[/?\s]|$))[^\s@"'<>]{0,512}(?:@[^\s@/:"'<>]{0,256}){0,8}|[^\s:/@"'<>?#[\]]{1,256})@(?=[\w[.-])/g;
const dsn = /(?<![\w/@.:-])([\w.-]+):([^\s:@/"']+)@(?=(?:tcp|unix)\()/g;
const oracle = /(\bjdbc:oracle:\w+:)([^\s/@"']+)\/([^\s@"']+)(?=@)/gi;

/** `scheme://user:password@host`, `user:password@tcp(…)`, `jdbc:oracle:thin:user/password@…`. */
export const urlCredentials: Rule = {
	id: 'url-credentials',
	about: 'secret',
	glimpse: { literals: ['@tcp(', '@unix(', 'jdbc:oracle'], sign: '@' },
	hide: (line, veil) => {
		const url = line.includes('://')
			? line.replace(credentials, (_whole, before: string, pair: string) => `${before}${hidePair(pair, veil)}@`)
			: line;
		const text =
			url.includes('@tcp(') || url.includes('@unix(')
				? url.replace(dsn, (_whole, user: string, password: string) => `${hideUser(user, veil)}:${hideValue(password, veil)}@`)
				: url;
		return /jdbc:oracle/i.test(text)
			? text.replace(
					oracle,
					(_whole, before: string, user: string, password: string) =>
						`${before}${hideUser(user, veil)}/${hideValue(password, veil)}`,
				)
			: text;
	},
};

function hidePair(pair: string, veil: Veil): string {
	const colon = pair.indexOf(':');
	if (colon === -1) return pair.length > 15 ? hideValue(pair, veil) : hideUser(pair, veil);
	return `${hideUser(pair.slice(0, colon), veil)}:${hideValue(pair.slice(colon + 1), veil)}`;
}

function hideUser(user: string, veil: Veil): string {
	return user === '' || isMasked(user) || isSystemAccount(user) ? user : veil.mask('user', user);
}

function hideValue(value: string, veil: Veil): string {
	if (value === '' || isPlaceholder(value)) return value;
	const plain = unescaped(value);
	if (plain !== value) veil.learn('secret', plain);
	return veil.mask('secret', value);
}

function unescaped(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}

const queryName = `(?:${secretName}|[\\w.-]*(?:token|signature|session_?id)|sig|sid|session|sess|jwt|auth|key|code|state|nonce|ticket|otp|pin|hash|hmac|assertion|samlresponse|samlrequest|x-amz-(?:signature|credential|security-token))`;
const query = new RegExp(`(?:[?&]|&amp;|%26|%3f)${queryName}(?:=|%3d)`, 'gi');
const sessionId =
	/(?<![\w-])(?:JSESSIONID|\w{0,16}SESSID|SAMLResponse|SAMLRequest|client_assertion|connect\.sid|\w{1,24}_session|ASP\.NET_SessionId|session_?id|sid)\s*[=:]\s*/gi;

/** `?token=…&sig=…`, `;jsessionid=…`: what lets somebody in who follows the link. */
export const querySecret: Rule = {
	id: 'query-secret',
	about: 'secret',
	glimpse: {
		literals: ['%3d', 'sessid', 'sessionid', 'session_id', 'sid=', '.sid', '_session', 'samlre', 'client_assertion'],
		sign: '?&',
		pattern: /[?&][\w.-]+=/,
	},
	hide: (line, veil) => hideAfter(hideAfter(line, query, 'secret', veil, parameter), sessionId, 'session', veil, sessionOf),
};

const parameterEnd = /[\s&;"'<>#)\]|\\\0]|%26|$/gi;
/** These names are also given to harmless things. */
const commonName = /^(?:&amp;|.|%..)(?:code|state|key|hash|pin|auth|sid|session|sess)(?:=|%3d)$/i;

function parameter(line: string, at: number, match: RegExpExecArray): Span | null {
	parameterEnd.lastIndex = at;
	const end = parameterEnd.exec(line)?.index ?? at;
	if (end === at) return null;
	return commonName.test(match[0]) && !isToken(line.slice(at, end)) ? null : { start: at, end };
}

function isToken(value: string): boolean {
	const own = value.replaceAll(/\[[a-z-]+-\d+\]?/g, '');
	return own.length >= 8 && /\d/.test(own) && /[a-z]/i.test(own);
}

function sessionOf(line: string, at: number): Span | null {
	const length = /^["']?[\w.%!+/=-]{6,}/.exec(line.slice(at))?.[0].length ?? 0;
	const start = /^["']/.test(line.slice(at)) ? at + 1 : at;
	return /\d/.test(line.slice(start, at + length)) ? { start, end: at + length } : null;
}
