import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { Fault, Place } from '../domain/index.ts';

/** Keys and indexes that lead from the top of the front matter to a value in it. */
export type FieldPath = readonly PropertyKey[];

/** A Markdown file as its front matter, as plain values, and its body. */
export interface FrontMatter {
	/** undefined where there are faults. */
	readonly value: unknown;
	readonly body: string;
	/** Place of the value that the path leads to, or of its nearest parent that exists. */
	readonly placeOf: (path: FieldPath) => Place;
	readonly faults: readonly Fault[];
}

const layout = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?\n)?---[ \t]*(?:\r?\n(?<body>[\s\S]*))?$/;

/** Splits and reads any text; never throws. */
export function readFrontMatter(file: string, text: string): FrontMatter {
	const top: Place = { file, line: 1, column: 1 };
	const parts = layout.exec(text)?.groups;
	if (!parts) {
		const faults = [{ place: top, message: 'An article begins with --- and YAML, then --- and its text' }];
		return { value: undefined, body: text, placeOf: () => top, faults };
	}
	const lines = new LineCounter();
	// The empty line stands for the opening ---, so that lines are counted as in the file.
	const document = parseDocument(`\n${parts.yaml ?? ''}`, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	const broken = [...document.errors, ...document.warnings];
	const faults = [
		...broken.map((error) => ({ place: placeAt(error.pos[0]), message: `YAML: ${error.message}` })),
		...(broken.length > 0 ? [] : references(document)).map((offset) => ({
			place: placeAt(offset),
			message: 'YAML: references (*name) are not used here',
		})),
	];
	return {
		value: faults.length > 0 ? undefined : document.toJS(),
		body: parts.body ?? '',
		placeOf: (path) => placeAt(offsetOf(document, path)),
		faults,
	};
}

function references(document: Document): readonly number[] {
	const offsets: number[] = [];
	visit(document, {
		Alias: (_, alias) => {
			offsets.push(alias.range?.[0] ?? 0);
		},
	});
	return offsets;
}

function offsetOf(document: Document, path: FieldPath): number {
	for (let length = path.length; length >= 0; length--) {
		const value = document.getIn(path.slice(0, length), true);
		if (isNode(value) && value.range) return value.range[0];
	}
	return 0;
}
