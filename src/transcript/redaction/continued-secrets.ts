import { isMasked, type SpanningRule, type Veil } from './rule.ts';
import { secretName } from './secret-names.ts';
import { isPlaceholder } from './value-span.ts';

const broken = new RegExp(
	`(?:${secretName}|AuthLDAPBindPassword|SSLPassPhraseDialog|Passphrase)["']?\\s*(?:[:=]\\s*)?\\\\$`,
	'i',
);
const block = new RegExp(`(?:${secretName})["']?\\s*:\\s*[|>][+-]?\\s*$`, 'i');
const named = new RegExp(`<name>[^<]*(?:${secretName})\\s*</name>\\s*$`, 'i');
const dumped = new RegExp(`\\[["']?[\\w.-]*(?:${secretName}|pass|pwd)["']?\\]\\s*=>\\s*$`, 'i');
const dumpedText = /^(\s*string\(\d+\)\s+")([^"]+)/;
const element = /^(\s*<value>)([^<]+)<\/value>/;
const whole = /^(\s*["']?)(.*?)["']?\s*\\?\s*$/;

/** What a line announces for the next. */
type Expected = 'nothing' | 'value' | 'element' | 'text';

/** Values on the line after their name: after a backslash, in a block of YAML, in the next element of XML, in a dump of PHP. */
export const continuedSecret: SpanningRule = {
	id: 'continued-secret',
	about: 'secret',
	begin: () => {
		let expected: Expected = 'nothing';
		return (line, veil) => {
			const hidden = expected === 'nothing' ? line : hideExpected(line, expected, veil);
			expected = announced(line);
			return hidden;
		};
	},
};

function announced(line: string): Expected {
	const last = line.at(-1);
	if (last === '\\') return broken.test(line) ? 'value' : 'nothing';
	if (last === '>' && line.includes('</name>')) return named.test(line) ? 'element' : 'nothing';
	if (last === '>' && line.includes(']')) return dumped.test(line) ? 'text' : 'nothing';
	return (last === '|' || last === '>' || last === '-') && block.test(line) ? 'value' : 'nothing';
}

const patterns = { value: whole, element, text: dumpedText };

function hideExpected(line: string, expected: Exclude<Expected, 'nothing'>, veil: Veil): string {
	const [, before = '', value = ''] = patterns[expected].exec(line) ?? [];
	if (value === '' || isMasked(value) || isPlaceholder(value)) return line;
	return before + veil.mask('secret', value) + line.slice(before.length + value.length);
}
