import type { Catalogue } from '../catalogue/index.ts';

type Words = Catalogue['cli']['usage'];

/** How Commander words what is wrong, and how a catalogue does. */
const wordings: readonly (readonly [RegExp, (words: Words, ...found: readonly string[]) => string])[] = [
	[/^unknown option '(.*)'$/, (m, option = '') => m.unknownOption(option)],
	[/^unknown command '(.*)'$/, (m, command = '') => m.unknownCommand(command)],
	[/^missing required argument '(.*)'$/, (m, argument = '') => m.missingArgument(argument)],
	[/^option '(.*)' argument missing$/, (m, option = '') => m.missingValue(option)],
	[
		/^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+): (.*)\.$/s,
		(m, command = '', expected, received, given = '') => m.tooMany(command, Number(expected), Number(received), given),
	],
	[
		/^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
		(m, option = '', value = '', reason = '') => m.badValue(option, value, reasonIn(reason, m)),
	],
	[
		/^command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s,
		(m, value = '', argument = '', reason = '') => m.badArgument(argument, value, reasonIn(reason, m)),
	],
	[/^\(Did you mean one of (.*)\?\)$/, (m, similar = '') => m.perhapsOneOf(similar)],
	[/^\(Did you mean (.*)\?\)$/, (m, similar = '') => m.perhaps(similar)],
];

/** What Commander complains of, in the words of a catalogue; as it is, where another version words it otherwise. */
export function complaintIn(message: string, words: Words): string {
	const [, what = message, suggestion = ''] = /^error: (.*?)(?:\n(\(Did you mean .*\)))?$/s.exec(message) ?? [];
	return [words.error(told(what, words)), ...(suggestion === '' ? [] : [told(suggestion, words)])].join('\n');
}

function told(what: string, words: Words): string {
	for (const [pattern, say] of wordings) {
		const [whole, ...found] = pattern.exec(what) ?? [];
		if (whole !== undefined) return say(words, ...found);
	}
	return what;
}

/** A list of choices is Commander's sentence; all other reasons are this program's own. */
function reasonIn(reason: string, words: Words): string {
	const [, choices] = /^Allowed choices are (.*)\.$/s.exec(reason) ?? [];
	return choices === undefined ? reason : words.allowed(choices);
}
