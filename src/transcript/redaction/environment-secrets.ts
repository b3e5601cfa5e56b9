import { isHarmlessName } from './directive-secrets.ts';
import { hideAfter } from './hide-after.ts';
import type { Rule } from './rule.ts';
import { restOfLine, type Span, valueAt } from './value-span.ts';

const assignment =
	/(?<![A-Za-z0-9_])(?<name>(?:[A-Z0-9_]*_)?(?:PASS|PW|SECRET|TOKEN|CREDENTIALS?|SALT|KEY|APIKEY|DSN|NONCE|SEED|AUTH|PIN)(?:_(?:[A-Z0-9]+))?|SSHPASS|OP_SESSION_\w+)=/g;

const words = [
	'pass',
	'pw',
	'secret',
	'token',
	'credential',
	'credentials',
	'salt',
	'key',
	'dsn',
	'nonce',
	'seed',
	'auth',
	'pin',
	'op_session',
];

/** `NAME=value` of an environment, in capitals as environments have it: a line each, or several in one. */
export const environmentSecret: Rule = {
	id: 'environment-secret',
	about: 'secret',
	glimpse: { literals: words.flatMap((word) => [`${word}=`, `${word}_`]) },
	hide: (line, veil) => (/[A-Z\d]=|OP_SESSION_/.test(line) ? hideAfter(line, assignment, 'secret', veil, spanOfValue) : line),
};

function spanOfValue(line: string, at: number, match: RegExpExecArray): Span | null {
	if (isHarmlessName(match.groups?.name ?? '')) return null;
	const quote = /["'](?=$)/.exec(line.slice(Math.max(0, match.index - 1), match.index))?.[0];
	if (quote !== undefined) return { start: at, end: endOfQuote(line, at, quote) };
	const isWholeLine = /^\s*(?:export\s+)?$/.test(line.slice(0, match.index));
	return isWholeLine && !/^["']|\0|\s[A-Z_]+=/.test(line.slice(at)) ? restOfLine(line, at) : valueAt(line, at);
}

/** The whole assignment stands in quotes: `"KEY=a value"`. */
function endOfQuote(line: string, at: number, quote: string): number {
	const end = line.indexOf(quote, at);
	return end === -1 ? line.length : end;
}
