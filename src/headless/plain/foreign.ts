import { visible } from '../../domain/index.ts';
import { hideSecrets } from '../../transcript/index.ts';

/** Characters of one line that are told; of a longer one is told how much is left out, in no language. */
const longest = 2000;
const briefLength = 140;
const privateBlock = /-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g;

/** Text from elsewhere as one line: it can neither break a line nor hide one. */
export function oneLine(text: string): string {
	const kept = text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
	const flat = visible(kept).replaceAll('\n', ' ');
	return kept.length === text.length ? flat : `${flat} [… +${text.length - kept.length}]`;
}

/** A command, a path or a line to be written, told whole however long it is. */
export function exactLine(text: string): string {
	return visible(text).replaceAll('\n', '\\n');
}

/** One line of what was captured or made of it: the values of secrets are hidden. */
export function hiddenLine(text: string): string {
	return oneLine(hideSecrets(text));
}

/** The same as a sentence: with a full stop unless it has an end of its own. */
export function hiddenSentence(text: string): string {
	const line = hiddenLine(text).trim();
	return line === '' || /[.!?。]$/.test(line) ? line : `${line}.`;
}

/** The beginning of a long text, where all of it is told elsewhere. */
export function briefLine(text: string): string {
	const line = hiddenLine(text);
	return line.length > briefLength ? `${line.slice(0, briefLength).replace(/\s?\S*$/, '')} …` : line;
}

/** Lines of a captured text, raw but for private keys; each keeps its number. */
export function rawLines(text: string): readonly string[] {
	if (text === '') return [];
	const level = text.replace(privateBlock, (block) => `[private block]${block.replaceAll(/[^\n]/g, '')}`);
	const lines = level.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

/** A line, counted from 1, without the values of secrets; the line before it may name one whose value stands in this. */
export function hiddenLineAt(lines: readonly string[], line: number): string {
	const before = lines[line - 2] ?? '';
	const hidden = hideSecrets(`${before.slice(-longest)}\n${lines[line - 1] ?? ''}`);
	return oneLine(hidden.slice(hidden.indexOf('\n') + 1));
}
