/** What a terminal sends for a key, by the name that the screens use. */
const sequences = {
	enter: '\r',
	escape: '\x1b',
	tab: '\t',
	'shift-tab': '\x1b[Z',
	backspace: '\x7f',
	delete: '\x1b[3~',
	up: '\x1b[A',
	down: '\x1b[B',
	right: '\x1b[C',
	left: '\x1b[D',
	home: '\x1b[H',
	end: '\x1b[F',
	'page-up': '\x1b[5~',
	'page-down': '\x1b[6~',
	space: ' ',
} as const;

export type KeyName = keyof typeof sequences | `ctrl-${string}`;

export function keySequence(name: KeyName): string {
	if (name in sequences) return sequences[name as keyof typeof sequences];
	const letter = name.slice('ctrl-'.length);
	if (!/^[a-z]$/.test(letter)) throw new Error(`there is no key ${name}`);
	return String.fromCharCode(letter.charCodeAt(0) - 96);
}
