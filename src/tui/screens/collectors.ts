import type { CollectionItem, CollectionState, CollectScreen } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { widthOf } from '../text/cells.ts';
import { foreignLine } from '../text/foreign.ts';
import { pad } from '../text/shorten.ts';
import type { Glyphs, Tone } from '../theme.ts';

const over: readonly CollectionState[] = ['done', 'problem', 'blocked', 'needs-consent', 'interrupted'];

export function isOver(item: CollectionItem): boolean {
	return over.includes(item.state);
}

/** The item to show until the operator moves: what runs now; at the end what the verdict rests on, or the first with marks. */
export function interesting({ items, finished, telling }: CollectScreen): number {
	const hasMarks = (item: CollectionItem): boolean => item.evidence.some((each) => each.marked.length > 0);
	if (!finished)
		return Math.max(
			0,
			items.findIndex((item) => item.state === 'running'),
		);
	const told = items.findIndex((item) => item.collector === telling);
	return told === -1 ? Math.max(0, items.findIndex(hasMarks)) : told;
}

/** Index moved within a list; an empty list keeps 0. */
export function step(index: number, by: number, count: number): number {
	return Math.max(0, Math.min(count - 1, index + by));
}

/** First row to draw so that `index` is seen. */
export function firstRow(index: number, count: number, height: number): number {
	return Math.max(0, Math.min(index - Math.floor(height / 2), count - height));
}

type Word = keyof TuiMessages['collection'];

/** Files that are not there are an answer, and no trouble. */
function wordOf({ state, evidence }: CollectionItem): Word {
	return state === 'problem' && evidence.every((each) => each.problem?.kind === 'not-found') ? 'absent' : state;
}

export function toneOf(item: CollectionItem): Tone {
	switch (wordOf(item)) {
		case 'running':
			return 'accent';
		case 'problem':
		case 'interrupted':
		case 'needs-consent':
			return 'warn';
		case 'absent':
		case 'blocked':
		case 'waiting':
			return 'muted';
		case 'done':
			return 'plain';
	}
}

/** Columns for the states in words: as many as the usual ones need, or those that are there. */
export function wordWidthOf(items: readonly CollectionItem[], m: TuiMessages): number {
	const usual: readonly Word[] = ['done', 'running', 'waiting', 'problem', 'blocked', 'absent'];
	return Math.max(...[...usual, ...items.map(wordOf)].map((word) => widthOf(m.collection[word])));
}

/** `✓ done    3 s  Error log`: sign, state in words, seconds, title, and the risk where there is one. */
export function rowOf(item: CollectionItem, wordWidth: number, now: number, m: TuiMessages, glyphs: Glyphs): string {
	const seconds = secondsOf(item, now);
	const time = seconds === null ? '' : m.collect.seconds(seconds);
	const risk = item.risk === 'read' ? '' : ` (${m.risks[item.risk]})`;
	const word = wordOf(item);
	return `${signOf(word, glyphs)} ${pad(m.collection[word], wordWidth, '')} ${time.padStart(5)}  ${foreignLine(item.title)}${risk}`;
}

/** Elapsed while it runs, else what its commands took; null before it starts. */
function secondsOf(item: CollectionItem, now: number): number | null {
	if (item.state === 'running') return item.startedAt === null ? 0 : Math.max(0, Math.floor(now - item.startedAt));
	if (item.evidence.length === 0) return null;
	return Math.round(item.evidence.reduce((sum, each) => sum + each.durationMs, 0) / 1000);
}

function signOf(word: Word, glyphs: Glyphs): string {
	switch (word) {
		case 'waiting':
			return glyphs.waiting;
		case 'running':
			return glyphs.running;
		case 'done':
			return glyphs.done;
		case 'problem':
		case 'interrupted':
			return glyphs.bad;
		case 'absent':
		case 'blocked':
			return glyphs.rule;
		case 'needs-consent':
			return glyphs.blocked;
	}
}
