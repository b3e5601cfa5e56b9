const space = 0x20;
const opening = '(<[{';
const closing = ')>]}';
const operatorName = /operator(?:\(\)|\[\]|->\*?|[<>=!+\-*/%^&|~,]+)/y;

/** Index after the text in quotes that begins at `from`; the length where it never ends. */
function afterQuoted(text: string, from: number): number {
	const quote = text.charCodeAt(from);
	for (let at = from + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5c) at++;
		else if (code === quote) return at + 1;
	}
	return text.length;
}

/** A single character in quotes, as debuggers print it after its number: its length, or 0 for a lone apostrophe. */
function characterLiteral(text: string, from: number): number {
	if (text.charCodeAt(from + 1) === 0x5c) return Math.max(afterQuoted(text, from) - from, 0);
	return text.charCodeAt(from + 2) === 0x27 ? 3 : 0;
}

/** Whether every round bracket of the text is closed, those within quoted values aside. */
export function isBalanced(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x22) {
			at = afterQuoted(text, at) - 1;
			if (at === text.length - 1 && text.charCodeAt(at) !== 0x22) return false;
		} else if (code === 0x27) at += Math.max(characterLiteral(text, at) - 1, 0);
		else if (code === 0x28) depth++;
		else if (code === 0x29) depth--;
	}
	return depth <= 0;
}

/**
 * Index of the space before the argument list, as in `ns::f<int (*)(int)>::operator() (this=0x0)`; -1 where there is no
 * list. Brackets of templates, of parameter types and of operators belong to the name.
 */
export function argumentsAt(text: string): number {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === space && depth === 0 && text.charCodeAt(at + 1) === 0x28 && at > 0) return at;
		if (code === 0x6f) {
			operatorName.lastIndex = at;
			if (operatorName.test(text)) at = operatorName.lastIndex - 1;
		} else if (opening.includes(text.charAt(at))) depth++;
		else if (closing.includes(text.charAt(at)) && text.charAt(at - 1) !== '-') depth--;
	}
	return -1;
}

/** A C++ name without parameter types and trailing `const`, as `std::f` for `std::f(char const*) const`. */
export function bareName(name: string): string {
	if (!name.includes('(')) return name;
	let depth = 0;
	for (let at = 0; at < name.length; at++) {
		const code = name.charCodeAt(at);
		if (code === 0x28 && depth === 0 && at > 0 && !name.startsWith('(anonymous', at)) return name.slice(0, at).trimEnd();
		if (code === 0x6f) {
			operatorName.lastIndex = at;
			if (operatorName.test(name)) at = operatorName.lastIndex - 1;
		} else if (opening.includes(name.charAt(at))) depth++;
		else if (closing.includes(name.charAt(at)) && name.charAt(at - 1) !== '-') depth--;
	}
	return name;
}
