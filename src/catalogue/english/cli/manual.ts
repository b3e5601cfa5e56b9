/** What the manual page says beside the help of commands and options. Paragraphs are lists of lines, since roff joins them. */
export const manual = {
	section: 'User Commands',
	headings: {
		name: 'NAME',
		synopsis: 'SYNOPSIS',
		description: 'DESCRIPTION',
		options: 'OPTIONS',
		commands: 'COMMANDS',
		exitStatus: 'EXIT STATUS',
		environment: 'ENVIRONMENT',
		files: 'FILES',
		examples: 'EXAMPLES',
	},
	usage: { command: 'command', options: 'options' },
	oneOf: (choices: string) => `one of ${choices}`,
	fallback: (value: string) => `${value} where it is not given`,
	description: [
		[
			'Without a command it opens the wizard: it looks at this machine, asks for the symptom, collects evidence, judges it',
			'and names the cause with the lines that prove it. It only reads; anything more asks for a typed word first.',
		],
		[
			'Where standard input or output is no terminal, on a dumb terminal and for screen readers the wizard asks numbered',
			'questions line by line: Enter alone takes the harmless next step, h helps, the end of the input leaves the session',
			'open. The session is the same in both forms and can be resumed in either.',
		],
	],
	exitCodes: {
		fine: 'Nothing is wrong, or it is fixed and verified.',
		bug: 'A bug in httpd-medic.',
		usage: 'The command line is wrong, or a flow or an article has faults.',
		diagnosed: 'A diagnosis was reached.',
		inconclusive: 'The evidence does not tell the cause.',
		unreachable: 'The target cannot be reached, or nothing could be collected.',
		consentNeeded: 'An answer or a consent was needed and not given.',
		interrupted: 'Interrupted by a signal.',
	},
	environment: {
		'TERM=dumb': 'Numbered questions instead of drawn screens.',
		'INK_SCREEN_READER, ACCESSIBLE': 'The same, where one of them is set.',
		NO_COLOR: 'No colours.',
		COLORFGBG:
			'Colours of the terminal, such as 0;15: on a light background other colours are used. Without it the terminal is asked.',
		XDG_STATE_HOME: 'Where sessions are kept; ~/.local/state where it is not set.',
	},
	files: 'Sessions: journals and captured evidence, readable by their owner only.',
	examples: {
		'httpd-medic': 'The wizard, on this machine.',
		'httpd-medic diagnose --format json': 'The cause as data, without a question.',
		'httpd-medic diagnose --evidence error-log=error.log': 'Judges a log from elsewhere.',
		'ssh server httpd-medic': 'Numbered questions over a connection without a terminal.',
		'httpd-medic completion bash': 'A completion script for bash.',
	},
};
