import { count } from './count.ts';

/** Sentences of an export and of what it hides, the same drawn and plain. */
export const exporting = {
	done: (path: string) => `Exported to ${path}`,
	givenUp: 'The export was given up; nothing of it is left.',
	looking: 'Looking at what will be hidden.',
	unseen: (message: string) => `What will be hidden cannot be told: ${message}`,
	nothingHidden: 'No rule finds anything to hide.',
	hiddenBy: (title: string, places: number) => `${title}: ${count(places, 'place')}`,
	hiddenAt: (file: string, lines: readonly number[], all: number) =>
		`${file}${lines.length === 0 ? '' : `, line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`}${all > lines.length ? ` (${all} in all)` : ''}`,
	lifted: (title: string) => `LIFTED, and shown as it is: ${title}`,
	hiddenTexts: (texts: number) => `Hidden on your wish: ${count(texts, 'text')}`,
	archive: 'an archive: Markdown and all evidence, masked',
	hide: 'Hide one more text',
	hideIntro: 'It is masked wherever it stands, in every export of this session.',
	emptyText: 'An empty text cannot be hidden.',
	lift: 'Lift a rule that hides too much, or take it up again',
	liftIntro: 'What a lifted rule finds leaves this machine as it is.',
	leaveRules: 'Leave the rules as they are',
	liftRule: (title: string) => `Lift: ${title}`,
	restoreRule: (title: string) => `Take up again: ${title}`,
	formats: {
		markdown: 'Markdown, for people and tickets',
		html: 'one HTML page, for a browser',
		json: 'JSON, for programs',
		text: 'plain text',
		asciicast: 'asciicast, to be played again in a terminal',
		summary: 'a summary of a few lines',
	},
};
