const hostile = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\ufe0e|\ufe0f/gu;

/**
 * Foreign text made safe for a terminal, an export and a reader: control bytes, bidirectional marks and invisible
 * characters become visible escapes. Tab and newline stay; a carriage return and emoji variation selectors go,
 * because terminals disagree about their width. The only way for foreign text to reach a screen.
 */
export function visible(text: string): string {
	return text.replace(hostile, (character) => {
		const code = character.codePointAt(0) ?? 0;
		if (code === 0x0d || code === 0xfe0e || code === 0xfe0f) return '';
		return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
	});
}

/** The same in one line: every run of white space is a blank. */
export function visibleLine(text: string): string {
	return visible(text).replaceAll(/\s+/g, ' ');
}
