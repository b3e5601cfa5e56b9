import type { ParserInput } from '../domain/index.ts';
import { type Line, linesOf } from './lines.ts';

/** The lines of one file within captured text. Line numbers are those of the captured text. */
export interface SourceFile {
	/** As captured; empty where the text was pasted. */
	readonly path: string;
	readonly lines: readonly Line[];
}

const headings = [/^==> (\S.*) <==$/, /^# (\/\S+\/systemd\/\S+)$/];

/**
 * The files that the text is made of: by its spans, else by the headings that `head a b` (`==> a <==`) and
 * `systemd-analyze cat-config` (`# /a`) print, else all of it under the name of its source.
 */
export function filesOf(input: Pick<ParserInput, 'text' | 'source' | 'spans'>): readonly SourceFile[] {
	const lines = linesOf(input.text);
	if (input.spans.length > 0) {
		return input.spans.map((span) => ({
			path: span.path,
			lines: lines.slice(span.firstLine - 1, span.firstLine - 1 + span.lines),
		}));
	}
	const files: { path: string; lines: Line[] }[] = [{ path: input.source, lines: [] }];
	for (const line of lines) {
		const path = headings.map((heading) => heading.exec(line.text)?.[1]).find((found) => found !== undefined);
		if (path === undefined) files.at(-1)?.lines.push(line);
		else files.push({ path, lines: [] });
	}
	return files.length > 1 && files[0]?.lines.every((line) => line.text.trim() === '') ? files.slice(1) : files;
}
