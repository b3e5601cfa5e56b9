/** East Asian scripts with their punctuation and full-width forms, and emoji; not the half-width forms. */
const wide =
	/(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/gu;
/** Marks that stand on the character before them. */
const stacked = /[\p{Mn}\p{Me}]/gu;

/** Columns that a line of visible text takes where every character has one or two of them, as in a terminal. */
export function columnsOf(text: string): number {
	const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
	return Array.from(text).length + count(wide) - count(stacked);
}
