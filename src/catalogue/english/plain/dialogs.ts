import { debug } from '../debug.ts';
import { doors } from '../doors.ts';
import { exporting } from '../exporting.ts';
import { others } from '../others.ts';

/** Sentences of what is asked in between: consent, remedies, notes, exports, other sessions. */
export const dialogs = {
	consent: {
		title: (title: string) => `To allow: ${title}`,
		risk: (risk: string) => `Risk: ${risk}.`,
		commands: 'It would run exactly this:',
		unplanned: 'The exact command is not known yet.',
		type: (word: string) => `Type ${word} to consent. Anything else, and Enter alone, does nothing.`,
		wrongWord: doors.wrongWord,
		given: 'Consent is recorded.',
		nothing: 'Nothing here waits for a consent.',
	},
	remedy: {
		...doors.remedy,
		kinds: { mitigation: 'A mitigation: it eases the trouble and does not cure it.', fix: 'A fix: it removes the cause.' },
		undoOf: (remedy: string) => `Undo of: ${remedy}`,
		actions: 'It will do exactly this:',
		undoActions: 'The undo will do exactly this:',
		byHand: (description: string) => `By hand: ${description}`,
		change: (path: string) => `Change made by "${path}":`,
		added: (line: string) => `add: ${line}`,
		removed: (line: string) => `remove: ${line}`,
		kept: (line: string) => `keep: ${line}`,
		place: (line: string) => `at: ${line}`,
		undo: 'How it is undone:',
		verification: (statement: string) => `Verified afterwards by: ${statement}`,
		noVerification: 'No verification is defined; check by hand.',
		precondition: (verdict: string) => `Its precondition is ${verdict}.`,
		log: 'Done so far:',
		problem: (text: string) => `It cannot be done in a way that could be taken back: ${text}`,
		done: 'It has been applied already.',
	},
	watch: {
		begin: 'Watch for some minutes whether it fails again; only reads',
		wait: 'Wait for the end of the watch',
		stop: 'End the watch now',
		ask: (minutes: number) => `For how many minutes? Enter alone takes ${minutes}, b goes back.`,
		noNumber: (text: string) => `"${text}" is no number of minutes.`,
		started: (minutes: number, requests: string) => `Watching for ${minutes} minutes; x ends it. It looks at: ${requests}`,
		left: (minutes: number) => `Watching; nothing new so far, ${minutes} minutes are left.`,
		recurred: (statement: string) => `It fails again. ${statement}`,
		stopped: (because: string) => `The watch was ended: ${because}`,
		states: {
			running: 'A watch is running.',
			silent: 'The watch came to its end.',
			recurred: 'The watch saw a failure.',
			stopped: 'The watch was ended before its time.',
		},
	},
	override: {
		title: 'You disagree with the evidence. Which verdict do you hold to be right?',
		to: (verdict: string, step: string) => `${verdict}: on to "${step}"`,
		reason: 'Your reason, in one line; it is recorded beside the finding. Enter alone goes back.',
		none: 'An override needs a reason; nothing was changed.',
	},
	note: {
		ask: 'The note, in one line; begin with o2:17 for a note on line 17 of output 2. Enter alone goes back.',
		noSuchLine: (place: string) => `There is no line o${place}; o lists the outputs.`,
		on: (text: string) => `note: ${text}`,
		saved: doors.noteSaved,
		empty: 'Nothing was recorded.',
	},
	paste: {
		ask: 'Paste the text now. A line with a single dot ends it.',
		source: doors.pastedBy,
		empty: 'Nothing was pasted.',
		sent: (lines: number) => `${lines} lines taken.`,
	},
	practice: {
		title: 'Recorded servers to practise on. Everything is replayed: nothing runs on this machine.',
		entry: (title: string, summary: string) => (summary === '' ? title : `${title}. ${summary}`),
		empty: doors.noRecordings,
	},
	bundle: { ask: 'Path of the evidence folder or archive. Enter alone goes back.' },
	sessions: {
		title: 'Earlier sessions that can be resumed.',
		entry: (when: string, title: string, id: string) => `${when} ${title}, session ${id}`,
		empty: 'There is no other session to resume.',
	},
	knowledge: {
		ask: 'Words to search for, or the id of an article. Enter alone lists all articles.',
		title: 'Articles:',
		entry: (title: string, id: string) => `${title} (${id})`,
		empty: (words: string) => `No article is about "${words}".`,
		article: (title: string) => `Article: ${title}`,
	},
	output: {
		title: 'Captured output:',
		none: 'Nothing was captured yet.',
		empty: doors.printedNothing,
		entry: (lines: number, source: string) => `${lines} lines: ${source}`,
		noSuch: (text: string) => `There is no output ${text}; o alone lists all.`,
		of: (number: number, source: string) => `Output ${number}, from ${source}`,
	},
	pages: {
		more: (first: number, last: number, all: number) =>
			`That was line ${first} to ${last} of ${all}. Enter: more. A number: go on at that line. / and a text: at the next line with it. b: enough.`,
		notFound: (text: string) => `No line holds "${text}".`,
		end: (all: number) => `End of ${all} lines.`,
	},
	export: {
		...exporting,
		title: 'Export this session; secrets are masked in all of them.',
		list: 'Tell first what is hidden, and where',
		hideAsk: 'The text, in one line; Enter alone goes back.',
		chosen: 'It holds for every export of this session from now on.',
	},
	others: {
		...others,
		lookingOn: 'You only look on. Enter leaves.',
	},
	debug,
	quit: {
		...doors.quit,
		open: 'Leave now; the session is kept and can be resumed',
	},
	outcome: {
		...doors.outcome,
		ranDry: 'The input has ended here.',
		needed: 'An answer was needed and nobody gave it.',
		session: (id: string, headline: string) => (headline === '' ? `Session ${id}.` : `Session ${id}: ${headline}`),
	},
};
