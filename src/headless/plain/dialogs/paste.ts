import { EndOfInput } from '../conversation.ts';
import { oneLine } from '../foreign.ts';
import { interruption } from '../host.ts';
import { type News, waitFor } from '../wait.ts';
import type { Walk } from '../walk.ts';

/** Takes lines until one with a single dot, or the end of the input, as evidence; of a format where one is named. */
export async function askPaste(named: string, walk: Walk, news: News): Promise<void> {
	const { talk, m, host } = walk;
	const formats = host.formats ?? [];
	const format = named === '' ? null : (formats.find(({ id }) => id === named.toLowerCase())?.id ?? null);
	if (named !== '' && format === null) {
		return talk.say([m.paste.noFormat(oneLine(named)), ...formats.map(({ id, title }) => `  ${id}: ${title}`)].join('\n'));
	}
	talk.say(m.paste.ask);
	const lines = await linesUntilDot(walk);
	if (lines === null) return talk.say(m.menu.back);
	if (lines.every((line) => line.trim() === '')) return talk.say(m.paste.empty);
	talk.say(m.paste.sent(lines.length));
	const countOf = (): number => walk.sources.all().filter((each) => each.evidence.collector === 'operator').length;
	const before = countOf();
	const text = `${lines.join('\n')}\n`;
	if (!(await walk.send({ type: 'paste', text, format, source: m.paste.source }))) return;
	await waitFor(() => countOf() > before, walk, news);
}

/** null where the operator gave it up. */
async function linesUntilDot({ talk }: Walk): Promise<readonly string[] | null> {
	const lines: string[] = [];
	try {
		for (;;) {
			const line = await talk.hear();
			if (line.trim() === '.') return lines;
			if (line === interruption) return null;
			lines.push(line);
		}
	} catch (error) {
		if (error instanceof EndOfInput) return lines;
		throw error;
	}
}
