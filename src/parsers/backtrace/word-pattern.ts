/** Names, blank separated and written as regular expressions, as one expression for the beginning of a text. */
export function beginningWith(words: string): RegExp {
	return new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})`);
}

/** The same for a whole text. */
export function wholly(words: string): RegExp {
	return new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})$`);
}
