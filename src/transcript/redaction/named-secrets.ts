import { hideAfter } from './hide-after.ts';
import type { Rule } from './rule.ts';
import { secretName, secretWords } from './secret-names.ts';
import { isPlaceholder, looksSecret, restOfLine, type Span, valueAt } from './value-span.ts';

const quote = '\\\\*["\'`]';
const lead = new RegExp(
	`(?<name>${secretName})(?:(?<closed>${quote})?\\]?\\s*(?<sign>=>|:=|=(?!=)|%3D|:(?![:/]))\\s*|(?<attribute>${quote}\\s+value\\s*=\\s*)|(?<element>>))`,
	'gi',
);

/** `password = …`, `"secret": "…"`, `<password>…</password>`, `name="db.password" value="…"`, whatever the language. */
export const namedSecret: Rule = {
	id: 'named-secret',
	about: 'secret',
	glimpse: { literals: secretWords },
	hide: (line, veil) => hideAfter(line, lead, 'secret', veil, spanOfValue),
};

function spanOfValue(line: string, at: number, match: RegExpExecArray): Span | null {
	const { name = '', closed, sign, element } = match.groups ?? {};
	const before = line.slice(0, match.index);
	if (element !== undefined) return /<[\w:.-]*$/.test(before) ? upTo(line, at, '</') : null;
	// A path that ends in such a word is no setting, as in "/etc/passwd: No such file".
	if (/[/\\]$/.test(before) && sign === ':') return null;
	const isSetting = /^[\s>|#;$-]*(?:export\s+|set\s+|Environment=)?[\w.:[\]-]*$/.test(before) && closed === undefined;
	// In running text "password=…" has one word; a name of several parts, or a colon, is of a configuration.
	const isWhole = isSetting && sign !== undefined && (sign === ':' || /[\w.-]$/.test(before));
	const span = isWhole ? wholeSetting(line, at) : valueAt(line, at + pointerAt(line, at));
	if (span === null) return null;
	const value = line.slice(span.start, span.end);
	if (/^pwd$/i.test(name) && /^[/~]/.test(value)) return null;
	if (sign !== ':' || closed !== undefined) return span;
	if (/^(?:files|compat|sss|systemd|nis|ldap|db|winbind)\b/.test(value)) return null;
	return isSetting || looksSecret(value) ? span : null;
}

/** A debugger prints where a text lies before the text. */
function pointerAt(line: string, at: number): number {
	return /^0x[0-9a-f]+ (?:<[^>]*> )?(?=["'{])/.exec(line.slice(at, at + 200))?.[0].length ?? 0;
}

/** A setting on a line of its own may have blanks and signs in its value, unless other settings follow. */
function wholeSetting(line: string, at: number): Span | null {
	const short = valueAt(line, at + pointerAt(line, at));
	if (short === null || short.start > at + 1) return short;
	const after = line.slice(short.end);
	const others =
		/^["']?[\s&;,\0]+(?:[\w.-]+\s*=|\/\/|#|--|$)/.test(after) || /^["'`]/.test(line.slice(at)) || after.includes('\0');
	return others ? short : (restOfLine(line, at) ?? short);
}

function upTo(line: string, at: number, end: string): Span | null {
	const found = line.indexOf(end, at);
	const stop = found === -1 ? line.length : found;
	return stop > at && !isPlaceholder(line.slice(at, stop)) ? { start: at, end: stop } : null;
}
