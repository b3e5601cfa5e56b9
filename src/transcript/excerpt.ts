import type { TranscriptMessages } from '../catalogue/index.ts';
import { type Evidence, sourceOf } from '../domain/index.ts';
import { ownCopy } from './redaction/masks.ts';
import type { Redactor } from './redaction/redactor.ts';
import type { TranscriptLine } from './transcript.ts';
import type { Work } from './work.ts';

const shownAtEnds = 40;
const shownAround = 2;
const longestLine = 4000;
/** Characters that are read between two breaths. */
const breath = 1 << 14;

/**
 * Beginning, end and the lines that prove something, with some around each, redacted. The whole text is read for it: what
 * a line holds may be told by another, such as the beginning of a key.
 */
export function* readExcerpt(
	evidence: Evidence,
	text: string,
	proofs: ReadonlySet<number>,
	redactor: Redactor,
	reported: 'shown lines' | 'all lines',
): Work<readonly TranscriptLine[]> {
	const lines = countLines(text);
	const around = [...proofs].flatMap((line) =>
		Array.from({ length: 2 * shownAround + 1 }, (_, index) => line - shownAround + index),
	);
	const wanted = new Set(around);
	const hide = redactor.begin();
	const excerpt: TranscriptLine[] = [];
	const bytesEach = evidence.bytes / Math.max(1, text.length);
	let number = 0;
	let breathedAt = 0;
	for (let at = 0; at < text.length;) {
		const newline = text.indexOf('\n', at);
		const end = newline === -1 ? text.length : newline;
		number += 1;
		if (at - breathedAt > breath) {
			yield (at - breathedAt) * bytesEach;
			breathedAt = at;
		}
		const isShown = number <= shownAtEnds || number > lines - shownAtEnds || wanted.has(number);
		const hidden = hide(text.slice(at, end), isShown || reported === 'all lines' ? sourceOf(evidence, number) : null);
		if (isShown) excerpt.push({ line: number, text: ownCopy(hidden), isProof: proofs.has(number) });
		at = end + 1;
	}
	yield (text.length - breathedAt) * bytesEach;
	return excerpt;
}

/** The lines of an excerpt once all texts were read: what was learned from one is hidden in the others. */
export function finishExcerpt(
	evidence: Evidence,
	excerpt: readonly TranscriptLine[],
	redactor: Redactor,
	m: TranscriptMessages,
): readonly TranscriptLine[] {
	return excerpt.map((each) => ({ ...each, text: cut(redactor.finish(each.text, sourceOf(evidence, each.line)), m) }));
}

function cut(line: string, m: TranscriptMessages): string {
	const left = line.length - longestLine;
	return left > 0 ? `${line.slice(0, longestLine)} ${m.charactersLeftOut(left)}` : line;
}

function countLines(text: string): number {
	let lines = text === '' || text.endsWith('\n') ? 0 : 1;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
	return lines;
}
