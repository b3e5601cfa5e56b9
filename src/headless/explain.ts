import { type EvidenceWords, type HeadlessMessages, tellFact, tellFormat } from '../catalogue/index.ts';
import {
	type FactLookup,
	type JsonValue,
	type LongText,
	type Parser,
	type ParserInput,
	type ParserOutput,
	wholeOf,
} from '../domain/index.ts';
import { hideSecrets } from '../transcript/index.ts';

/** What `explain --format json` prints. */
export interface Explanation {
	readonly schema: 1;
	/** Format of the text, or `unknown`. */
	readonly kind: string;
	readonly [key: string]: JsonValue;
}

/** A text with where it came from. */
export type Explained = Omit<ParserInput, 'text'> & { readonly text: LongText };

function outputOf({ text, ...input }: Explained, parser: Parser): ParserOutput {
	return parser.parseLong?.(text) ?? parser.parse({ ...input, text: wholeOf(text) });
}

/** What one piece of evidence is and says: the facts without their namespace, and what its parser adds. */
export function explain(input: Explained, parser: Parser | undefined, words: EvidenceWords): Explanation {
	if (!parser) return { schema: 1, kind: 'unknown', facts: {} };
	const { statements, partial, explanation } = outputOf(input, parser);
	const tell = teller(statements, words);
	const facts = Object.fromEntries(
		statements.map(({ name, value }) => [name.slice(parser.namespace.length + 1), withoutSecrets(tell(name, value))]),
	);
	return { schema: 1, kind: parser.format, ...withReason(explanation, tell), facts, partial };
}

type Tell = (fact: string, value: JsonValue) => JsonValue;

/** Facts whose values stand for sentences in words, all others as they are. */
function teller(statements: ParserOutput['statements'], words: EvidenceWords): Tell {
	const stated = new Map(statements.map(({ name, value }) => [name, value]));
	const lookup: FactLookup = (name) => stated.get(name);
	return (fact, value) => tellFact(fact, value, lookup, words) ?? value;
}

/** The reason for a culprit is promised in words. */
function withReason(explanation: ParserOutput['explanation'], tell: Tell): ParserOutput['explanation'] {
	const culprit = explanation?.culprit;
	if (typeof culprit !== 'object' || culprit === null || !('reason' in culprit)) return explanation;
	return { ...explanation, culprit: { ...culprit, reason: tell('trace.culpritReason', culprit.reason) } };
}

/** A fact may quote a directive. */
function withoutSecrets(value: JsonValue): JsonValue {
	if (typeof value === 'string') return hideSecrets(value);
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutSecrets(each)]));
}

/** The same for a person, with the lines that each fact rests on. */
export function explainText(
	input: Explained,
	parser: Parser | undefined,
	{ explain: m }: HeadlessMessages,
	words: EvidenceWords,
): string {
	if (!parser) return `${m.unrecognised}\n`;
	const { statements, partial } = outputOf(input, parser);
	const told = statements.filter(({ value }) => value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0));
	const lines = linesOf(
		input.text,
		told.flatMap((each) => each.lines[0]?.firstLine ?? []),
	);
	const tell = teller(statements, words);
	const rows = told.map(({ name, value: stated, lines: ranges }) => {
		const value = withoutSecrets(tell(name, stated));
		const shown = typeof value === 'string' ? value : JSON.stringify(value);
		const [first] = ranges;
		const quote = first ? `\n    ${first.firstLine}: ${lines.get(first.firstLine) ?? ''}` : '';
		return `  ${name} = ${shown.length > 120 ? `${shown.slice(0, 119)}…` : shown}${quote}`;
	});
	const doubt = partial ? `\n${m.partial}` : '';
	return `${tellFormat(parser.format, words)}\n${rows.join('\n')}${doubt}\n`;
}

const shownLength = 160;
/** What is read of a line before it is cut: a secret at the cut is hidden as a whole. */
const readLength = 4096;

/** The beginnings of these lines, found in one walk: a text may have millions of others. */
function linesOf({ pieces }: LongText, wanted: readonly number[]): ReadonlyMap<number, string> {
	const found = new Map<number, string>();
	const numbers = [...new Set(wanted)].toSorted((a, b) => b - a);
	let line = 1;
	for (const piece of pieces()) {
		for (let from = 0; from < piece.length; line += 1) {
			if (numbers.length === 0) return found;
			const next = piece.indexOf('\n', from);
			const end = next < 0 ? piece.length : next;
			if (line === numbers.at(-1)) {
				numbers.pop();
				found.set(line, hideSecrets(piece.slice(from, end).slice(0, readLength)).slice(0, shownLength));
			}
			from = end + 1;
		}
	}
	return found;
}
