import type { JsonValue } from '../../../domain/index.ts';
import { kindOfCode } from '../codes.ts';
import { explanationOf } from '../families.ts';
import { readLog } from '../read-log.ts';
import { storyOf } from '../story.ts';
import { type KeptLines, latin } from './block.ts';
import type { CodeScan } from './code-scan.ts';
import { timeOf } from './log-clock.ts';
import type { Tally, WordTallies } from './tally.ts';
import { clientEvery, type WholeLog } from './whole-log.ts';

/** How often, since when, until when; times of the log's clock, null where no line had one. */
export interface CountSummary {
	readonly count: number;
	readonly firstAt: string | null;
	readonly lastAt: string | null;
	/** The minute with the most of them, and how many these were. */
	readonly worstMinute: string | null;
	readonly inWorstMinute: number;
}

export interface CodeSummary extends CountSummary {
	readonly code: string;
	/** What the code says of the server; null where it says nothing of its health. */
	readonly kind: string | null;
}

export interface NamedCount extends CountSummary {
	readonly name: string;
}

/** What a whole log says, however large it is. */
export interface WholeSummary {
	/** Those that matter first, the most frequent first among both. */
	readonly codes: readonly CodeSummary[];
	/** Failures by family, as in the explanation of an ordinary log, from the lines that were kept. */
	readonly explanation: Readonly<Record<string, JsonValue>>;
	/** Lines with a code that matters that were counted, but not read in full. */
	readonly onlyCounted: number;
	/** null where lines were not read one by one. */
	readonly lines: LineSummary | null;
}

export interface LineSummary {
	readonly all: CountSummary;
	readonly dated: number;
	readonly longLines: number;
	/** By module and level, as the log writes it. */
	readonly tags: readonly NamedCount[];
	/** By client, estimated from one line in sixteen. */
	readonly clients: readonly NamedCount[];
}

const mostNames = 200;

export function summariseCodes({ codes, kept }: CodeScan): WholeSummary {
	return { codes: codeSummaries(codes), ...keptSummary(kept), lines: null };
}

export function summariseLines(log: WholeLog): WholeSummary {
	const { codes, kept, all, dated, longLines, tags, clients } = log;
	const estimated = named(clients).map((each) => ({
		...each,
		count: each.count * clientEvery,
		inWorstMinute: each.inWorstMinute * clientEvery,
	}));
	const lines = { all: countOf(all), dated, longLines, tags: named(tags), clients: estimated };
	return { codes: codeSummaries(codes), ...keptSummary(kept), lines };
}

function keptSummary(kept: KeptLines): Pick<WholeSummary, 'explanation' | 'onlyCounted'> {
	const story = storyOf(readLog(kept.all.map((line) => line.text).join('\n')));
	return { explanation: explanationOf(story.failures.all, story.codes), onlyCounted: kept.left };
}

function codeSummaries(codes: ReadonlyMap<number, Tally>): readonly CodeSummary[] {
	const all = [...codes].map(([code, tally]) => ({
		code: `AH${String(code).padStart(5, '0')}`,
		kind: kindOfCode(code) ?? null,
		...countOf(tally),
	}));
	return all.sort(
		(a, b) => Number(a.kind === null) - Number(b.kind === null) || b.count - a.count || a.code.localeCompare(b.code),
	);
}

function named(tallies: WordTallies): readonly NamedCount[] {
	const all = tallies.words.map(({ word, tally }) => ({ name: latin(word, 0, word.length), ...countOf(tally) }));
	return all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, mostNames);
}

function countOf(tally: Tally): CountSummary {
	const { count, isDated, first, last, peak, peakMinute } = tally;
	if (!isDated) return { count, firstAt: null, lastAt: null, worstMinute: null, inWorstMinute: 0 };
	return {
		count,
		firstAt: timeOf(first),
		lastAt: timeOf(last),
		worstMinute: timeOf(peakMinute * 60).slice(0, 16),
		inWorstMinute: peak,
	};
}
