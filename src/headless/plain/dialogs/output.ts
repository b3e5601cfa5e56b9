import { hiddenLine, oneLine } from '../foreign.ts';
import { numbered } from '../tell/evidence.ts';
import type { Walk } from '../walk.ts';
import { tellPages } from './pages.ts';

/** Lists what was captured, or tells one output whole. */
export async function showOutput(wanted: string, walk: Walk): Promise<void> {
	const { talk, m, sources } = walk;
	const all = sources.all();
	if (wanted === '') {
		const entries = all.map(
			({ number, evidence }) => `${number}. ${m.output.entry(evidence.lines, hiddenLine(evidence.source))}`,
		);
		talk.say(entries.length === 0 ? m.output.none : [m.output.title, ...entries].join('\n'));
		return;
	}
	const source = all.find((each) => String(each.number) === wanted);
	if (!source) return talk.say(m.output.noSuch(oneLine(wanted)));
	talk.say(m.output.of(source.number, hiddenLine(source.evidence.source)));
	const { id } = source.evidence;
	const count = sources.count(id);
	if (count === 0) return talk.say(m.output.empty);
	const marks = source.facts.flatMap((fact) => fact.citations);
	const isMarked = (line: number): boolean => marks.some(({ firstLine, lastLine }) => line >= firstLine && line <= lastLine);
	const lineAt = (line: number): string =>
		[numbered(line, sources.line(id, line), isMarked(line), m), ...sources.notes(id, line).map((text) => m.note.on(text))].join(
			'\n',
		);
	await tellPages(count, lineAt, walk);
}
