/** Marks of print that have an ASCII stand-in of one column. */
const typewriter: Readonly<Record<string, string>> = {
	'—': '-',
	'–': '-',
	'‑': '-',
	'…': '~',
	'·': '-',
	'•': '*',
	'→': '>',
	'←': '<',
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'«': '"',
	'»': '"',
	'×': 'x',
	'≤': '<',
	'≥': '>',
	'─': '-',
	'│': '|',
	'\u00a0': ' ',
};

const others = /\P{ASCII}+/gu;

/**
 * Text for a terminal that does not read UTF-8, which would take the bytes of other characters for several characters or
 * for control codes. What has no stand-in becomes `?`, as many as it has columns.
 *
 * @param widthOf columns of one character as it would have been drawn.
 */
export function asciiOf(text: string, widthOf: (character: string) => number): string {
	return text.replace(others, (run) =>
		Array.from(run, (character) => {
			const plain = typewriter[character] ?? character.normalize('NFD').replace(/\p{M}+/gu, '');
			return /^\p{ASCII}+$/u.test(plain) ? plain : '?'.repeat(widthOf(character));
		}).join(''),
	);
}

/** Whether the locale of an environment reads UTF-8. */
export function readsUtf8(env: Readonly<Record<string, string | undefined>>): boolean {
	return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
}
