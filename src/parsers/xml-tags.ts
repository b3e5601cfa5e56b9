/** A start tag outside comments. */
export interface XmlTag {
	readonly name: string;
	/** Values with entities replaced, by name as written. */
	readonly attributes: ReadonlyMap<string, string>;
	/** First and last line, counted from 1. */
	readonly firstLine: number;
	readonly lastLine: number;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(value: string, declared: ReadonlyMap<string, string>): string {
	return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\w.-]+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
		const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
		if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		return entities[name] ?? declared.get(name) ?? whole;
	});
}

const doctype = /^<!DOCTYPE[^[>]*(?:\[[^\]]*\][^>]*)?>/;

/** The same text with comments, instructions, CDATA and the document type blanked out; lines and offsets stay. */
function withoutComments(text: string): string {
	const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
	const visible = text
		.replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
		.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, blank)
		.replace(/<\?[\s\S]*?(?:\?>|$)/g, blank);
	const type = visible.indexOf('<!DOCTYPE');
	const bare = type < 0 ? visible : visible.slice(0, type) + visible.slice(type).replace(doctype, blank);
	// An excerpt may begin within a comment.
	const end = bare.indexOf('-->');
	return end < 0 ? bare : blank(bare.slice(0, end + 3)) + bare.slice(end + 3);
}

/** XML that was published as the source of a page, or whose quotes a word processor changed, as it was before. */
function asWritten(text: string): string {
	const plain = text.replace(/[“”„″]/g, '"');
	return /<[A-Za-z]/.test(plain)
		? plain
		: plain
				.replace(/&lt;/g, '<')
				.replace(/&gt;/g, '>')
				.replace(/&quot;/g, '"');
}

const opening = /<([A-Za-z][\w:.-]*)/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
/** Up to the end of a tag: a quoted value is passed over as a whole, since it may hold `<` and `>`. */
const insideTag = /(?:=\s*"[^"]*"|=\s*'[^']*'|=|[^<>=]+)*/y;

/**
 * The start tags of an XML text, of an excerpt, or of a text that is not well-formed: no root is needed, what is
 * no attribute is passed over, and a tag that was cut counts as far as it goes. Entities of the document type are
 * replaced in attribute values.
 */
export function xmlTags(text: string): readonly XmlTag[] {
	const declared = new Map(
		[...text.matchAll(/<!ENTITY\s+([\w.-]+)\s+["']([^"'<>]*)["']\s*>/g)].map(([, name = '', value = '']) => [name, value]),
	);
	const source = withoutComments(asWritten(text));
	const lineAt = lineCounter(source);
	return [...source.matchAll(opening)].map((found) => {
		const start = found.index + found[0].length;
		insideTag.lastIndex = start;
		const inside = insideTag.exec(source)?.[0] ?? '';
		const attributes = new Map(
			[...inside.matchAll(attribute)].map(([, key = '', double, single, bare]) => [
				key,
				decoded(double ?? single ?? bare ?? '', declared),
			]),
		);
		return {
			name: found[1] ?? '',
			attributes,
			firstLine: lineAt(found.index),
			lastLine: lineAt(start + inside.trimEnd().length),
		};
	});
}

/** Counts lines up to growing offsets without starting anew. */
function lineCounter(text: string): (offset: number) => number {
	let line = 1;
	let at = 0;
	return (offset) => {
		for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
			line += 1;
			at = next + 1;
		}
		return line;
	};
}
