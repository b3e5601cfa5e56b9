import { hiddenLine, oneLine } from '../foreign.ts';
import type { Walk } from '../walk.ts';
import { linesWith } from './paged-text.ts';

/** Lines of one output that are told. */
const mostEach = 20;
const mostInAll = 60;

/** Tells every line of all captured output that holds a text. */
export async function searchAll(given: string, walk: Walk): Promise<void> {
	const { talk, m, sources } = walk;
	if (given === '') talk.say(m.search.ask);
	const text = given === '' ? (await talk.hear()).trim() : given;
	if (text === '') return talk.say(m.menu.back);
	let left = mostInAll;
	let lines = 0;
	const told = sources.all().flatMap(({ number, evidence }) => {
		const bare = (line: number): string => sources.line(evidence.id, line);
		const found = linesWith(text, { count: sources.count(evidence.id), bare });
		lines += found.length;
		if (found.length === 0) return [];
		const shown = found.slice(0, Math.min(mostEach, left));
		left -= shown.length;
		const rest = found.length - shown.length;
		return [
			m.search.output(number, hiddenLine(evidence.source), found.length),
			...shown.map((line) => `  ${m.collect.line(line, bare(line))}`),
			...(rest > 0 ? [`  ${m.search.more(rest, number)}`] : []),
		];
	});
	talk.say(lines === 0 ? m.search.none(oneLine(text)) : [m.search.found(oneLine(text), lines), ...told].join('\n'));
}
