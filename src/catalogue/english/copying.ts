/** Sentences of copying to the clipboard of the terminal. */
export const copying = {
	line: (characters: number) => `Sent to the clipboard of your terminal: ${characters} characters of the line.`,
	command: (characters: number) => `Sent to the clipboard of your terminal: the command, ${characters} characters.`,
	cut: (characters: number, all: number) =>
		`Sent to the clipboard of your terminal: the first ${characters} of ${all} characters; more it may not take.`,
	nothing: 'There is nothing to copy here.',
};
