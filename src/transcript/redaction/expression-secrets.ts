import { hideAfter } from './hide-after.ts';
import type { Rule } from './rule.ts';
import { looksSecret, type Span } from './value-span.ts';

const telling = '[\\w-]*(?:pass|pwd|secret|token|credential|api-?_?key|[_-]key|auth)[\\w-]*';
const lead = new RegExp(
	[
		`^\\s*#?\\s*SetEnvIf(?:NoCase)?\\s+["']?${telling}["']?\\s+["']?`,
		`%\\{[^}]{0,20}${telling}\\}["']?\\s+(?:(?:[=!]=?|[=!]~|eq|ne|-strmatch)\\s*)?["']?`,
		`\\b(?:req|http|reqenv|osenv)\\(\\s*["']${telling}["']\\s*\\)\\s*(?:[=!]=?|[=!]~|eq|ne|-strmatch)\\s*["']?`,
	].join('|'),
	'gi',
);

/** What a header or variable is held against: `SetEnvIf X-Api-Key "^…$" ok`, `Require expr "%{HTTP:X-Secret} == '…'"`. */
export const expressionSecret: Rule = {
	id: 'variable-secret',
	about: 'secret',
	glimpse: { literals: ['setenvif', '%{http', '%{req', '%{env', '%{osenv', 'req(', 'http(', 'reqenv(', 'osenv('] },
	hide: (line, veil) => hideAfter(line, lead, 'secret', veil, fixedPart),
};

/** A pattern may begin and end with signs; what lies between is a secret where it is no pattern itself. */
function fixedPart(line: string, at: number): Span | null {
	const [whole = '', before = '', value = ''] =
		/^([!^m#/(]*(?:basic|bearer)?\s?)([\w!@%&+=~.:-]*)/i.exec(line.slice(at, at + 300)) ?? [];
	const isPattern = /^[*?+\\([{]/.test(line.slice(at + whole.length));
	return value.length >= 6 && !isPattern && looksSecret(value) ? { start: at + before.length, end: at + whole.length } : null;
}
