interface KeyGroup {
	readonly title: string;
	/** Keys and what they do. */
	readonly keys: readonly (readonly [string, string])[];
}

/** All keys. Another language may group them in its own way. */
export const help: { readonly title: string; readonly warnings: string; readonly groups: readonly KeyGroup[] } = {
	title: 'Keys',
	warnings: 'Warnings of this session',
	groups: [
		{
			title: 'Everywhere',
			keys: [
				['Enter', 'the harmless next step; chooses what is highlighted'],
				['?', 'this help'],
				[': Ctrl-K', 'all commands by words: go back to a step, read an article, export, resume'],
				['b', 'back to the step before'],
				['s', 'skip this step'],
				['p', 'paste evidence obtained elsewhere'],
				['m', 'write a note into the record: on the marked line or the step, Tab goes from one to the other'],
				['e', 'export the session: a preview of what is hidden, six formats, or an archive with the evidence'],
				['v', 'view all evidence of this session'],
				['i', 'browse the knowledge base'],
				['G', 'talk to gdb about a core or a running child; leads back here when gdb ends'],
				['q, Ctrl-C', 'leave; Ctrl-C twice leaves at once'],
				['Ctrl-Z', 'stop for a while, back to the shell; fg goes on'],
				['Escape', 'close what lies on top; where nothing does, give up the export that is being written'],
			],
		},
		{
			title: 'Lists',
			keys: [
				['Up Down, k j', 'move'],
				['1 to 9', 'highlight; nothing is chosen before Enter'],
				['g G, Home End', 'first, last; where G means gdb, End alone'],
			],
		},
		{
			title: 'Long texts',
			keys: [
				['Up Down, k j', 'one row'],
				['PageUp PageDown, Space', 'one page; Ctrl-D and Ctrl-U half a page'],
				['g G, Home End', 'start, end; where G means gdb, End alone'],
				['[ ]', 'marked line, or line with a note, before and after'],
				['/', 'search; n and N: next and previous hit, or marked line'],
				[
					'y',
					'copy the marked line, or the one that was found, to the clipboard of your terminal; in tmux where set-clipboard is on',
				],
				['Y', 'copy the command: of the evidence, of its proof, or of what would be done'],
				['w', 'wrap long lines or not; then Left and Right, h and l'],
				['Tab', 'to the other pane'],
			],
		},
		{
			title: 'At single steps',
			keys: [
				['d', "a question: I don't know"],
				['r', 'evidence, diagnosis: collect again'],
				['x', 'evidence: stop the running commands'],
				['c', 'evidence: allow what does more than read, by typed consent'],
				['o', 'verdict: override it, with a reason'],
				['a', 'diagnosis: its article beside it'],
			],
		},
	],
};
