import { say, type TranscriptMessages } from '../../catalogue/index.ts';
import { placeOf, visibleLine } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import { when, zoneName } from './when.ts';

const width = 160;
/** With the heading and the empty lines between, these make at most forty lines. */
const shares = { known: 10, ruledOut: 6, open: 6, next: 6 } as const;

/** For whoever takes over: what is known, ruled out and open, and what comes next, in at most forty lines. */
export function toSummary(transcript: Redacted<Transcript>, m: TranscriptMessages): string {
	const { headline, session, target, startedAt, endedAt, zone, outcome } = transcript;
	const known = transcript.diagnoses.flatMap(({ title, status, isRisk, culprit, findings }) => [
		`${title} (${isRisk ? m.isRisk(say(m.statuses, status)) : say(m.statuses, status)}${culprit === null ? '' : `, ${culprit}`})`,
		...findings
			.slice(0, 2)
			.map(({ statement, proofs: [proof] }) => `  ${statement}${proof ? ` [${placeOf(proof.file, proof.line)}]` : ''}`),
	]);
	const sections = [
		[
			cut(headline),
			cut(m.summary.where(target, session, say(m.outcomes, outcome))),
			cut(m.summary.period(when(startedAt, zone), when(endedAt, zone), zoneName(zone, m))),
		],
		section(m.headings.known, [...known, ...transcript.remarks], shares.known, m),
		section(
			m.headings.ruledOut,
			transcript.ruledOut.map(({ title, because }) => `${title}: ${because}`),
			shares.ruledOut,
			m,
		),
		section(
			m.headings.open,
			transcript.missing.map(({ why, how }) => `${why}. ${how}`),
			shares.open,
			m,
		),
		section(m.headings.next, transcript.next, shares.next, m),
	];
	return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A heading and at most so many lines; the last one says how many more there are. */
function section(title: string, lines: readonly string[], most: number, m: TranscriptMessages): readonly string[] {
	const shown = lines.length > most ? [...lines.slice(0, most - 1), m.summary.more(lines.length - most + 1)] : lines;
	return [`${title}:`, ...(shown.length === 0 ? [m.summary.nothing] : shown).map((line) => cut(`  ${line}`))];
}

function cut(line: string): string {
	const indent = /^ */.exec(line)?.[0] ?? '';
	const flat = indent + visibleLine(line).trim();
	return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}
