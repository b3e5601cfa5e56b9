import { hideAfter } from './hide-after.ts';
import { hideInserted } from './inserted-secrets.ts';
import type { Rule } from './rule.ts';
import { secretName, secretWords } from './secret-names.ts';
import { isPlaceholder, looksSecret, restOfLine, type Span, valueAt } from './value-span.ts';

const quote = '\\\\*["\'`]';
const lead = new RegExp(
	`(?<name>${secretName})(?:(?<closed>${quote})?\\]?\\s*(?<sign>=>|:=|=(?!=)|%3D|::(?=\\s)|:(?![:/]))\\s*|(?<attribute>${quote}\\s+value\\s*=\\s*)|(?<element>(?:\\s[^<>]{0,200})?>))`,
	'gi',
);

/** The same in JSON that was percent-encoded. */
const encodedLead = new RegExp(`${secretName}%22(?:%20)*(?:%3A|:)(?:%20)*%22`, 'gi');

function encodedSpan(line: string, at: number): Span | null {
	const end = line.slice(at).search(/%22|[\s&"]|$/);
	return end > 0 ? { start: at, end: at + end } : null;
}

/** `password = …`, `"secret": "…"`, `<password>…</password>`, `name="db.password" value="…"`, whatever the language. */
export const namedSecret: Rule = {
	id: 'named-secret',
	about: 'secret',
	glimpse: { literals: secretWords },
	hide: (line, veil) => {
		const text = line.includes('%22') ? hideAfter(line, encodedLead, 'secret', veil, encodedSpan) : line;
		const listed = /values\s*\(/i.test(text) ? hideInserted(text, veil) : text;
		return hideAfter(listed, lead, 'secret', veil, spanOfValue);
	},
};

function spanOfValue(line: string, at: number, match: RegExpExecArray): Span | null {
	const { name = '', closed, sign, element } = match.groups ?? {};
	const before = line.slice(0, match.index);
	if (element !== undefined) return /<[\w:.-]*$/.test(before) ? upTo(line, at + dataAt(line, at), /<\/|\]\]>|$/g) : null;
	// A path that ends in such a word is no setting, as in "/etc/passwd: No such file".
	if (/[/\\]$/.test(before) && sign === ':') return null;
	const isSetting = /^[\s>|#;$-]*(?:export\s+|set\s+|Environment=)?[\w.:[\]-]*$/.test(before) && closed === undefined;
	// In running text "password=…" has one word; a name of several parts, or a colon, is of a configuration.
	const isWhole = isSetting && sign !== undefined && (sign === ':' || /[\w.-]$/.test(before));
	const span = isWhole ? wholeSetting(line, at) : valueAt(line, at + precedingAt(line, at));
	if (span === null) return null;
	const value = line.slice(span.start, span.end);
	if (/^pwd$/i.test(name) && /^[/~]/.test(value)) return null;
	if (sign !== ':' || closed !== undefined) return span;
	if (/^(?:files|compat|sss|systemd|nis|ldap|db|winbind)\b/.test(value)) return null;
	return isSetting || looksSecret(value) ? span : null;
}

const preceding =
	/^(?:0x[0-9a-f]+ (?:<[^>]*> )?(?=["'{])|string\(\d+\)\s+(?=")|(?:env|getenv|config|get)\(\s*(?:"[^"]*"|'[^']*')\s*,\s*(?=["'])|(?!env|getenv|config|get\b)[a-z]\w{0,20}\(\s*(?=["']))/i;

/** A debugger prints where a text lies before the text; PHP how long it is; a program may call something with it. */
function precedingAt(line: string, at: number): number {
	return preceding.exec(line.slice(at, at + 200))?.[0].length ?? 0;
}

/** A setting on a line of its own may have blanks and signs in its value, unless other settings follow. */
function wholeSetting(line: string, at: number): Span | null {
	const short = valueAt(line, at + precedingAt(line, at));
	if (short === null || short.start > at + 1) return short;
	const after = line.slice(short.end);
	const others =
		/^["']?[\s&;,\0]+(?:[\w.-]+\s*=|\/\/|#|--|$)/.test(after) || /^["'`]/.test(line.slice(at)) || after.includes('\0');
	return others ? short : (restOfLine(line, at) ?? short);
}

/** Where a text begins that XML is to take as it is. */
function dataAt(line: string, at: number): number {
	return line.startsWith('<![CDATA[', at) ? 9 : 0;
}

function upTo(line: string, at: number, end: RegExp): Span | null {
	end.lastIndex = at;
	const stop = end.exec(line)?.index ?? line.length;
	return stop > at && !isPlaceholder(line.slice(at, stop)) ? { start: at, end: stop } : null;
}
