import type { EvidenceView } from '../../../session/index.ts';
import { hiddenLine } from '../foreign.ts';
import { indented, type Telling } from './telling.ts';

/** A shorter output is told whole. */
const shortOutput = 10;
const context = 2;
const quotedMarks = 6;

/** What a command printed: how much, what was read from it, and the lines that mattered with two lines around them. */
export function evidenceLines(view: EvidenceView, telling: Telling): readonly string[] {
	const { m, sources } = telling;
	const number = sources.byId(view.id)?.number ?? null;
	const count = sources.count(view.id);
	const details = [
		view.exitCode === null || view.exitCode === 0 ? '' : m.collect.exit(view.exitCode),
		view.durationMs < 1000 ? '' : m.collect.seconds((view.durationMs / 1000).toFixed(1)),
		view.truncated ? m.collect.truncated : '',
	].filter((detail) => detail !== '');
	const told = m.collect.output(number, view.lines, details.map((detail) => `, ${detail}`).join(''));
	if (telling.isTold(view.id) && number !== null) return [`${told} ${m.collect.toldBefore(number)}`];
	const facts = view.facts.length === 0 ? [] : [m.collect.facts(view.facts.map(hiddenLine).join('; '))];
	return [
		told,
		...indented(facts),
		...indented(count <= shortOutput ? linesOf(range(1, count), view, telling) : excerpt(count, view, number ?? 0, telling)),
	];
}

function excerpt(count: number, view: EvidenceView, number: number, telling: Telling): readonly string[] {
	const { m } = telling;
	const marked = view.marked.flatMap(({ firstLine, lastLine }) => range(firstLine, Math.min(lastLine, firstLine + quotedMarks)));
	if (marked.length === 0) return [m.collect.nothingMarked(number)];
	const quoted = marked.slice(0, quotedMarks);
	const near = quoted.flatMap((line) => range(Math.max(1, line - context), Math.min(count, line + context)));
	const total = view.marked.reduce((sum, { firstLine, lastLine }) => sum + lastLine - firstLine + 1, 0);
	return [
		...linesOf(
			[...new Set(near)].toSorted((a, b) => a - b),
			view,
			telling,
		),
		...(total > quoted.length ? [m.collect.moreMarked(total - quoted.length)] : []),
		m.collect.readAll(number),
	];
}

/** Lines by their numbers; what is left out between them is said. */
function linesOf(shown: readonly number[], view: EvidenceView, { m, sources }: Telling): readonly string[] {
	return shown.flatMap((line, index) => {
		const gap = line - (shown[index - 1] ?? line - 1) - 1;
		const isMarked = view.marked.some(({ firstLine, lastLine }) => line >= firstLine && line <= lastLine);
		const told = numbered(line, sources.line(view.id, line), isMarked, m);
		const noted = sources.notes(view.id, line).map((text) => m.note.on(text));
		return [...(gap > 0 ? [m.collect.gap(gap)] : []), told, ...noted];
	});
}

function range(first: number, last: number): readonly number[] {
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** A line with its number, and whether a fact rests on it. */
export function numbered(line: number, text: string, marked: boolean, m: Telling['m']): string {
	return marked ? m.collect.marked(line, text) : m.collect.line(line, text);
}
