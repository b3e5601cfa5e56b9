import type { LongText, Parser } from '../domain/index.ts';

const leastResemblance = 0.3;

/** The parser whose format the text resembles most; undefined when it resembles none. Earlier parsers win a tie. */
export function recognise(text: string, parsers: readonly Parser[]): Parser | undefined {
	let best: Parser | undefined;
	let most = leastResemblance;
	for (const parser of parsers) {
		const resemblance = parser.resemblance(text);
		if (resemblance > most || (resemblance === most && best === undefined)) {
			best = parser;
			most = resemblance;
		}
	}
	return best;
}

/** The parser of a format, or of what a text resembles, where it can read it piece by piece. */
export function longParserOf(text: LongText, format: string | null, parsers: readonly Parser[]): Parser | undefined {
	const [first = ''] = text.pieces();
	const found = format === null ? recognise(first, parsers) : parsers.find((parser) => parser.format === format);
	return found?.parseLong ? found : undefined;
}
