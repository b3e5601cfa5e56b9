import { doors } from '../doors.ts';

/** Sentences of the command palette and of copying. */
export const palette = {
	title: 'Commands',
	intro: 'Type some words of what you want; Up and Down move, Enter does it.',
	field: ':',
	empty: 'No command has these words.',
	jump: (number: number, title: string) => `Go back to step ${number}: ${title}`,
	article: (title: string, id: string) => `Read: ${title} (${id})`,
	exportAs: (format: string) => `Export: ${format}`,
	next: doors.diagnosis.next,
	back: 'Go back one step',
	skip: 'Skip this step',
	repeat: 'Collect again',
	stop: 'Stop the running commands',
	override: 'Override the verdict, with a reason',
	startOver: doors.diagnosis.startOver,
	note: 'Write a note into the record',
	paste: 'Paste evidence obtained elsewhere',
	evidence: 'View all evidence of this session',
	knowledge: 'Browse the knowledge base',
	resume: doors.resumeEarlier,
	fresh: doors.ended.fresh,
	practice: doors.welcome.practice,
	bundle: doors.welcome.bundle,
	help: 'Show all keys',
	wrap: 'Wrap long lines or not',
	search: 'Search in the text',
	mark: 'Jump to the next marked line',
	copyLine: 'Copy the line',
	copyCommand: 'Copy the command',
	quit: 'Leave httpd-medic',
};

export const copying = {
	line: (characters: number) => `Sent to the clipboard of your terminal: ${characters} characters of the line.`,
	command: (characters: number) => `Sent to the clipboard of your terminal: the command, ${characters} characters.`,
	cut: (characters: number, all: number) =>
		`Sent to the clipboard of your terminal: the first ${characters} of ${all} characters; more it may not take.`,
	nothing: 'There is nothing to copy here.',
};
