/** The words for something that the journal holds as an id. Journals of earlier versions hold a sentence there, which stays. */
export function say(words: Readonly<Record<string, string>>, id: string): string {
	return words[id] ?? id;
}
