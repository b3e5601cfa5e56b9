import { count } from './count.ts';

/** Sentences of copying to the clipboard of the terminal. */
export const copying = {
	line: (characters: number) => `Sent to the clipboard of your terminal: the line, ${count(characters, 'character')}.`,
	command: (characters: number) => `Sent to the clipboard of your terminal: the command, ${count(characters, 'character')}.`,
	cut: (characters: number, all: number) =>
		`Sent to the clipboard of your terminal: the first ${characters} of ${all} characters; more it may not take.`,
	nothing: 'There is nothing to copy here.',
};
