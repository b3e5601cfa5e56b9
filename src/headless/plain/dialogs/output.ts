import { restsOnAll } from '../../../domain/index.ts';
import { commandsBehind } from '../../../session/commands.ts';
import { hiddenLine, oneLine } from '../foreign.ts';
import { numbered } from '../tell/evidence.ts';
import type { Walk } from '../walk.ts';
import { readPages } from './pages.ts';

/** `2`: an output; `2 17` or `2:17`: from that line on. */
const place = /^(\d{1,6})(?:[\s:]+(\d{1,9}))?$/;

/** Lists what was captured, or tells one output whole. */
export async function showOutput(wanted: string, walk: Walk): Promise<void> {
	const { talk, m, sources, handle } = walk;
	const all = sources.all();
	if (wanted === '') {
		const entries = all.map(
			({ number, evidence }) => `${number}. ${m.output.entry(evidence.lines, hiddenLine(evidence.source))}`,
		);
		talk.say(entries.length === 0 ? m.output.none : [m.output.title, ...entries, m.output.read].join('\n'));
		return;
	}
	const [, number, line = '1'] = place.exec(wanted) ?? [];
	const source = all.find((each) => String(each.number) === number);
	if (!source) return talk.say(m.output.noSuch(oneLine(wanted)));
	talk.say(m.output.of(source.number, hiddenLine(source.evidence.source)));
	const { id } = source.evidence;
	const count = sources.count(id);
	if (count === 0) return talk.say(m.output.empty);
	const from = Number(line);
	if (from < 1 || from > count) return talk.say(m.pages.noSuchLine(from, count));
	const marks = source.facts
		.flatMap((fact) => fact.citations)
		.filter((citation) => citation.evidence === id && !restsOnAll(citation, source.evidence.lines));
	const isCited = (at: number): boolean => marks.some(({ firstLine, lastLine }) => at >= firstLine && at <= lastLine);
	const bare = (at: number): string => sources.line(id, at);
	const told = (at: number): string =>
		[numbered(at, bare(at), isCited(at), m), ...sources.notes(id, at).map((text) => m.note.on(text))].join('\n');
	const noted = handle.screen().lineNotes.filter((note) => note.place.evidence === id);
	const starts = new Set([...marks, ...noted.map((note) => note.place)].map(({ firstLine }) => firstLine));
	const command = commandsBehind(handle.events(), [id]);
	await readPages({ count, told, bare, marks: [...starts].toSorted((a, b) => a - b), command }, walk, from);
}
