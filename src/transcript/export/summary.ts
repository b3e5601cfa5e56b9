import { placeOf, visible } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import { when, zoneName } from './when.ts';

const width = 160;
/** With the heading and the empty lines between, these make at most forty lines. */
const shares = { known: 10, ruledOut: 6, open: 6, next: 6 } as const;

/** For whoever takes over: what is known, ruled out and open, and what comes next, in at most forty lines. */
export function toSummary(transcript: Redacted<Transcript>): string {
	const { headline, session, target, startedAt, endedAt, zone, outcome } = transcript;
	const known = transcript.diagnoses.flatMap(({ title, status, isRisk, culprit, findings }) => [
		`${title} (${isRisk ? 'a risk, ' : ''}${status}${culprit === null ? '' : `, ${culprit}`})`,
		...findings
			.slice(0, 2)
			.map(({ statement, proofs: [proof] }) => `  ${statement}${proof ? ` [${placeOf(proof.file, proof.line)}]` : ''}`),
	]);
	const sections = [
		[
			cut(headline),
			cut(`${target}, session ${session} (${outcome})`),
			cut(`${when(startedAt, zone)} to ${when(endedAt, zone)} ${zoneName(zone)}`),
		],
		section('Known', [...known, ...transcript.remarks], shares.known),
		section(
			'Ruled out',
			transcript.ruledOut.map(({ title, because }) => `${title}: ${because}`),
			shares.ruledOut,
		),
		section(
			'Open',
			transcript.missing.map(({ why, how }) => `${why}. ${how}`),
			shares.open,
		),
		section('Next', transcript.next, shares.next),
	];
	return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A heading and at most so many lines; the last one says how many more there are. */
function section(title: string, lines: readonly string[], most: number): readonly string[] {
	const shown = lines.length > most ? [...lines.slice(0, most - 1), `and ${lines.length - most + 1} more`] : lines;
	return [`${title}:`, ...(shown.length === 0 ? ['nothing'] : shown).map((line) => cut(`  ${line}`))];
}

function cut(line: string): string {
	const indent = /^ */.exec(line)?.[0] ?? '';
	const flat = indent + visible(line).replaceAll(/\s+/g, ' ').trim();
	return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}
