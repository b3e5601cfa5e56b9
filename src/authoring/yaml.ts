import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Fault, Place } from '../domain/index.ts';

/** Keys and indexes that lead from the top of a document to a value in it. */
export type YamlPath = readonly PropertyKey[];

/** A YAML text as plain values, with the place of each. */
export interface YamlSource {
	/** undefined where there are faults. */
	readonly value: unknown;
	/** Place of the key, or the list item, that the path leads to; of its nearest parent where it does not exist. */
	readonly placeOf: (path: YamlPath) => Place;
	readonly faults: readonly Fault[];
}

/** Reads any text; never throws. `linesAbove`: lines of the file that stand before the text. */
export function readYaml(file: string, text: string, linesAbove = 0): YamlSource {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(line, 1) + linesAbove, column: Math.max(col, 1) };
	};
	const faults = [
		...[...document.errors, ...document.warnings].map((error) => ({
			place: placeAt(error.pos[0]),
			message: `YAML: ${error.message}`,
		})),
		...unwanted(document).map(({ offset, message }) => ({ place: placeAt(offset), message: `YAML: ${message}` })),
	];
	return {
		value: faults.length > 0 ? undefined : document.toJS(),
		placeOf: (path) => placeAt(offsetOf(document.contents, path)),
		faults,
	};
}

/** References and keys that are no plain words have no use here, and let a small file grow without end. */
function unwanted(document: Document): readonly { readonly offset: number; readonly message: string }[] {
	const found: { offset: number; message: string }[] = [];
	if (document.errors.length > 0) return found;
	visit(document, {
		Alias: (_, alias) => {
			found.push({ offset: offsetOfNode(alias) ?? 0, message: 'references (*name) are not used here' });
		},
		Pair: (_, { key }) => {
			if (!isScalar(key)) found.push({ offset: offsetOfNode(key) ?? 0, message: 'a key must be a plain word' });
		},
	});
	return found;
}

function offsetOf(top: unknown, path: YamlPath): number {
	let offset = offsetOfNode(top) ?? 0;
	let here: unknown = top;
	for (const segment of path) {
		const child = childOf(here, segment);
		if (!child) break;
		offset = offsetOfNode(child.marked) ?? offset;
		here = child.value;
	}
	return offset;
}

/** A member of a map or list, and what marks its place: its key, or the item itself. */
function childOf(parent: unknown, segment: PropertyKey): { readonly marked: unknown; readonly value: unknown } | undefined {
	if (isMap(parent)) {
		const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === segment);
		return pair && { marked: pair.key, value: pair.value };
	}
	const item = isSeq(parent) && typeof segment === 'number' ? parent.items[segment] : undefined;
	return item === undefined ? undefined : { marked: item, value: item };
}

function offsetOfNode(node: unknown): number | undefined {
	return isNode(node) ? node.range?.[0] : undefined;
}
