import { hideAfter } from './hide-after.ts';
import type { Rule, Veil } from './rule.ts';
import { isPlaceholder, type Span, valueAt } from './value-span.ts';

const authorization =
	/\b(?:(?:proxy-|x-(?:amz-|goog-|forwarded-)?)?authorization|(?<![?&;])x-[\w-]*(?:token|secret|signature)(?:-\d+)?|stripe-signature|x-auth(?![\w-])|x-session(?:-id)?|x-api-key|api-key|x-auth-key|HTTP_(?:PROXY_)?AUTHORIZATION|HTTP_X_API_KEY|HTTP_X_AUTH_TOKEN)(?:\\*["'])?\s*[:=]\s*(?:\[(?=["']|(?:basic|bearer|digest|token|negotiate) ))?/gi;
const authorizationSet = /\bRequestHeader\s+(?:set|add|append|merge)\s+["']?(?:proxy-)?authorization["']?\s+/gi;
const cookie = /(?<![\w-]|Array )(?:(?:set-)?cookie2?|HTTP_COOKIE)(?:\\*["'])?\s*(?::|=(?=.*=))\s*/gi;
const scheme = /^\s*(?:basic|bearer|digest|negotiate|ntlm|token|apikey|aws4-hmac-sha256|hoba|scram-\S+)\s+/i;

/** What a scheme has that comes in named parts: `Token token="…"`. */
const parameter = /^[a-z][\w-]*=["'\\\w]/i;

/** Authorization, Proxy-Authorization and their kin, in logs, dumps and configuration; the scheme stays. */
export const authorizationHeader: Rule = {
	id: 'authorization',
	about: 'secret',
	glimpse: {
		literals: ['authorization', '-token', '-secret', '-signature', 'api-key', 'auth-key', 'http_x_', 'x-auth', 'x-session'],
	},
	hide: (line, veil) =>
		hideAfter(hideAfter(line, authorization, 'secret', veil, afterScheme), authorizationSet, 'secret', veil, afterScheme),
};

/** Cookie and Set-Cookie: all of the value. */
export const cookieHeader: Rule = {
	id: 'cookie',
	about: 'secret',
	glimpse: { literals: ['cookie'] },
	hide: (line, veil) => hideAfter(line, cookie, 'cookie', veil, headerSpan),
};

/** The scheme stays; most schemes have one word, the others run to the end of the header. */
function afterScheme(line: string, at: number, match: RegExpExecArray): Span | null {
	const span = headerSpan(line, at, match);
	if (span === null || /signature/i.test(match[0])) return span;
	const text = line.slice(span.start, span.end);
	const [named = ''] = scheme.exec(text) ?? otherScheme(text) ?? [];
	const start = span.start + named.length;
	const isList = /^\s*(?:digest|aws4|hoba|scram)/i.test(named) || (named !== '' && parameter.test(line.slice(start, span.end)));
	const word = isList ? undefined : /^[^\s"',;)\]\\]+/.exec(line.slice(start, span.end))?.[0];
	return word === undefined ? { start, end: span.end } : { start, end: start + word.length };
}

/** A word, and after it what no person would have written. */
function otherScheme(text: string): RegExpExecArray | null {
	const found = /^\s*[a-z][a-z-]{1,20}\s+(?=[\w-]+=["']|["'\w+/=.~:-]{8})/i.exec(text);
	return found !== null && /^[^\s,;]*\d|^[a-z]+=/i.test(text.slice(found[0].length)) ? found : null;
}

/** A header runs to the end of its line, of the quotes that it or its value stands in, or to a line end that the log escaped. */
function headerSpan(line: string, at: number, match: RegExpExecArray): Span | null {
	if (/^\\*["']/.test(line.slice(at, at + 4))) return valueAt(line, at);
	const outer = line[match.index - 1] ?? '';
	const rest = line.slice(at);
	const closing = outer === '"' || outer === "'" ? rest.indexOf(outer) : -1;
	const escaped = /\\[rnx]|[\r\0]/.exec(rest)?.index ?? rest.length;
	const end = at + rest.slice(0, Math.min(closing === -1 ? rest.length : closing, escaped)).trimEnd().length;
	return end > at ? { start: at, end } : null;
}

const registry = /"auth"\s*:\s*"(?=[A-Za-z0-9+/]{8,}={0,2}")/g;
const basic = /\b(Basic|Bearer)(\s+|%20|\+|,\s*)([\w+/.~-]{6,}={0,2})/gi;

/** `Basic dXNlcjpwYXNz` and `Bearer …` wherever they stand. */
export const bareCredentials: Rule = {
	id: 'basic-auth',
	about: 'secret',
	glimpse: { literals: ['basic', 'bearer', '"auth"', '"kty"', 'signature="'] },
	hide: (line, veil) =>
		hideAfter(hideKeyParts(line, veil), registry, 'secret', veil, userPairAt).replace(
			basic,
			(whole, word: string, gap: string, value: string) => {
				if (
					isPlaceholder(value) ||
					!(word.toLowerCase() === 'basic' ? isUserPair(value) : /\d/.test(value) && value.length > 11)
				) {
					return whole;
				}
				learnPassword(value, veil);
				return `${word}${gap}${veil.mask('secret', value)}`;
			},
		),
};

const signed = /\bsignature="(?=[A-Za-z0-9+/]{20})/gi;
const keyPart = /"(?:d|k|p|q|dp|dq|qi)"\s*:\s*"(?=[\w-]{20})/g;

/** The private numbers of a key in JSON, and signatures of requests. */
function hideKeyParts(line: string, veil: Veil): string {
	const lead = line.includes('"kty"') ? keyPart : signed;
	return hideAfter(line, lead, 'secret', veil, (text, at) => ({
		start: at,
		end: at + (/^[\w+/=-]+/.exec(text.slice(at))?.[0].length ?? 0),
	}));
}

/** What a registry of containers is logged in with. */
function userPairAt(line: string, at: number): Span | null {
	const value = /^[A-Za-z0-9+/=]+/.exec(line.slice(at))?.[0] ?? '';
	return isUserPair(value) ? { start: at, end: at + value.length } : null;
}

/** Whether base64 hides `user:password` in printable characters. */
function isUserPair(base64: string): boolean {
	return /^[\x20-\x7e\u00a0-\u024f]*:[\x20-\x7e\u00a0-\u024f]*$/.test(decoded(base64));
}

function learnPassword(base64: string, veil: Veil): void {
	const pair = decoded(base64);
	const colon = pair.indexOf(':');
	if (colon !== -1) veil.learn('secret', pair.slice(colon + 1));
}

function decoded(base64: string): string {
	return Buffer.from(base64, 'base64').toString('utf8');
}
