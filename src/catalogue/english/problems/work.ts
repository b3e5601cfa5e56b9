/** What was under way: a word by which the sentence is chosen, and what it was done to. */
export interface Work {
	readonly doing: 'run' | 'read' | 'list' | 'processes' | 'write' | 'remove';
	readonly what: readonly string[];
}

function named({ doing, what }: Work): string {
	const names = what.join(', ');
	switch (doing) {
		case 'run':
			return `\`${names}\``;
		case 'read':
			return `reading ${names}`;
		case 'list':
			return `listing ${names}`;
		case 'processes':
			return 'listing processes';
		case 'write':
			return `writing ${names}`;
		case 'remove':
			return `removing ${names}`;
	}
}

const elsewhere = { recording: 'recording', bundle: 'bundle' };
interface Elsewhere {
	readonly place: keyof typeof elsewhere;
}

/** Why work was ended or could not be done here at all, and what was made of a text. */
export const work = {
	stopped: {
		message: (of: Work) => `${named(of)} was stopped by the operator`,
		advice: () => 'Repeat the step to run it again.',
	},
	deadline: {
		message: ({ seconds, ...of }: Work & { readonly seconds: number }) =>
			`${named(of)} was not done after ${seconds} s and was ended`,
		advice: () => 'Try it by hand: a loaded machine, a dead network file system or a waiting lock are usual reasons.',
	},
	bug: {
		message: ({ reason, ...of }: Work & { readonly reason: string }) => `${named(of)} failed: ${reason}`,
		advice: () => 'This is a fault of httpd-medic; please report it.',
	},
	noTarget: {
		message: () => 'no live target',
		advice: () => 'Bring the evidence along: paste it, or name a file that holds it.',
	},
	unchangeable: {
		message: ({ place }: Elsewhere) => `nothing can be changed in a ${elsewhere[place]}`,
		advice: () => 'Do it on the machine itself.',
	},
	notRecorded: {
		message: ({ request, place }: Elsewhere & { readonly request: string }) =>
			`\`${request}\` is not in this ${elsewhere[place]}`,
		advice: () => 'Ask for it on the machine itself, and bring the answer along.',
	},
	unrecognised: {
		message: () => 'No parser recognises this text.',
		advice: () => 'Paste it again and name its format, or paste more of it.',
	},
	unreadable: {
		message: ({ format }: { readonly format: string }) => `this text could not be read as "${format}"`,
		advice: () => 'This is a bug in httpd-medic; please report it with the text. The session goes on without it.',
	},
	more: { message: ({ number }: { readonly number: number }) => `and ${number} more`, advice: () => '' },
};
