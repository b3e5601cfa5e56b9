import { readYaml, type YamlSource } from '../authoring/index.ts';
import type { Place } from '../domain/index.ts';

/** A Markdown file as its front matter, as plain values, and its body. */
export interface FrontMatter extends YamlSource {
	readonly body: string;
}

const layout = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?\n)?---[ \t]*(?:\r?\n(?<body>[\s\S]*))?$/;

/** Splits and reads any text; never throws. */
export function readFrontMatter(file: string, text: string): FrontMatter {
	const parts = layout.exec(text)?.groups;
	if (parts) return { ...readYaml(file, parts.yaml ?? '', 1), body: parts.body ?? '' };
	const top: Place = { file, line: 1, column: 1 };
	const faults = [{ place: top, message: 'An article begins with --- and YAML, then --- and its text' }];
	return { value: undefined, body: text, placeOf: () => top, faults };
}
