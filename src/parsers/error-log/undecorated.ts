const escapeCharacter = String.fromCharCode(0x1b);
const hardBlank = String.fromCharCode(0xa0);

/** Terminal colours of the journal and of containers, and the blanks of web pages. Line ends stay where they are. */
const decoration = new RegExp(`${escapeCharacter}\\[[\\d;]*[A-Za-z]|${hardBlank}`, 'g');

/** Quotes and blanks as a web page writes them. Others may have been in the log: a request or a configuration file holds them. */
const entity = /&(?:#0?39|#x27|apos|rsquo|nbsp|#8203|#160);/g;
const characters: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&#160;': ' ', '&#8203;': '' };

/** Markdown's escapes, where the bracket before a time or a level has one. */
const escapedHead = /^[>\s]*\\\[(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d|[\w.]*:?(?:notice|error|emerg|alert|crit|warn)\\\])/m;
const escapedMark = /\\([_#*()[\]{}<>.,@+\-!|~`])/g;

/** The log as httpd wrote it, line by line, without what terminals, web pages and bug trackers have put into it. */
export function undecorated(text: string): string {
	let plain = text;
	if (plain.includes(escapeCharacter) || plain.includes(hardBlank)) {
		plain = plain.replace(decoration, (found) => (found === hardBlank ? ' ' : ''));
	}
	if (plain.includes('&')) plain = plain.replace(entity, (found) => characters[found] ?? "'");
	if (plain.includes('\\[') && escapedHead.test(plain)) plain = plain.replace(escapedMark, '$1');
	return plain;
}
