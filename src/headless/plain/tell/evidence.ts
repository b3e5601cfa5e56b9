import type { EvidenceView } from '../../../session/index.ts';
import { hiddenLine, oneLine } from '../foreign.ts';
import { indented, type Telling } from './telling.ts';

/** A shorter output is told whole. */
const shortOutput = 10;
const context = 2;
const quotedMarks = 6;

/** What a command printed: how much, what was read from it, and the lines that mattered with two lines around them. */
export function evidenceLines(view: EvidenceView, { m, sources }: Telling): readonly string[] {
	const number = sources.byId(view.id)?.number ?? null;
	const lines = sources.lines(view.id);
	const details = [
		view.exitCode === null || view.exitCode === 0 ? '' : m.collect.exit(view.exitCode),
		view.durationMs < 1000 ? '' : m.collect.seconds((view.durationMs / 1000).toFixed(1)),
		view.truncated ? m.collect.truncated : '',
	].filter((detail) => detail !== '');
	const facts = view.facts.length === 0 ? [] : [m.collect.facts(view.facts.map(hiddenLine).join('; '))];
	return [
		m.collect.output(number, view.lines, details.map((detail) => `, ${detail}`).join('')),
		...indented(facts),
		...indented(lines.length <= shortOutput ? wholeOutput(lines, view, m) : excerpt(lines, view, number ?? 0, m)),
	];
}

function wholeOutput(lines: readonly string[], view: EvidenceView, m: Telling['m']): readonly string[] {
	return lines.map((text, index) => numbered(index + 1, text, isMarked(index + 1, view), m));
}

function excerpt(lines: readonly string[], view: EvidenceView, number: number, m: Telling['m']): readonly string[] {
	const marked = view.marked.flatMap(({ firstLine, lastLine }) =>
		Array.from({ length: Math.min(lastLine, firstLine + quotedMarks) - firstLine + 1 }, (_, index) => firstLine + index),
	);
	if (marked.length === 0) return [m.collect.nothingMarked(number)];
	const told = marked.slice(0, quotedMarks);
	const near = told.flatMap((line) => Array.from({ length: 2 * context + 1 }, (_, index) => line - context + index));
	const shown = [...new Set(near)].filter((line) => line >= 1 && line <= lines.length).toSorted((a, b) => a - b);
	const total = view.marked.reduce((sum, { firstLine, lastLine }) => sum + lastLine - firstLine + 1, 0);
	return [
		...shown.flatMap((line, index) => {
			const gap = line - (shown[index - 1] ?? line - 1) - 1;
			const told = numbered(line, lines[line - 1] ?? '', isMarked(line, view), m);
			return gap > 0 ? [m.collect.gap(gap), told] : [told];
		}),
		...(total > told.length ? [m.collect.moreMarked(total - told.length)] : []),
		m.collect.readAll(number),
	];
}

/** A line with its number, and whether a fact rests on it. */
export function numbered(line: number, text: string, marked: boolean, m: Telling['m']): string {
	return marked ? m.collect.marked(line, oneLine(text)) : m.collect.line(line, oneLine(text));
}

function isMarked(line: number, view: Pick<EvidenceView, 'marked'>): boolean {
	return view.marked.some(({ firstLine, lastLine }) => line >= firstLine && line <= lastLine);
}
