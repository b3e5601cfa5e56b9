import type { TranscriptMessages } from '../../catalogue/index.ts';
import { visibleLine } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript, TranscriptEntry, TranscriptEvidence } from '../transcript.ts';
import { shownLines } from './output-lines.ts';
import { when } from './when.ts';

const columns = 100;
const rows = 30;
/** Seconds: waiting is cut short, and nothing flashes by. */
const longestWait = 2;
const shortestWait = 0.4;
const shownOutput = 16;

const esc = '\u001b';
const bold = (text: string): string => `${esc}[1m${text}${esc}[0m`;
const dim = (text: string): string => `${esc}[2m${text}${esc}[0m`;
const green = (text: string): string => `${esc}[32m${text}${esc}[0m`;

/** A recording for asciinema's player (asciicast v3): the session told again, with a marker at each step. */
export function toAsciicast(transcript: Redacted<Transcript>, m: TranscriptMessages): string {
	const { headline, version, startedAt, timeline, evidence } = transcript;
	const header = {
		version: 3,
		term: { cols: columns, rows, type: 'xterm-256color' },
		timestamp: Math.max(0, Math.floor(startedAt)),
		idle_time_limit: longestWait,
		command: `httpd-medic ${version}`,
		title: visibleLine(headline),
	};
	const byId = new Map(evidence.map((each) => [each.id, each]));
	const told = timeline.filter((entry) => isOfSession(entry));
	const events = told.flatMap((entry, index) => {
		const wait = Math.min(longestWait, Math.max(shortestWait, entry.at - (told[index - 1]?.at ?? entry.at)));
		const output: CastEvent = [round(wait), 'o', entryText(entry, transcript, byId, m)];
		return entry.kind === 'step' ? ([[0, 'm', visibleLine(entry.text)], output] as const) : [output];
	});
	const end: CastEvent = [shortestWait, 'o', `\r\n${bold(visibleLine(headline))}\r\n`];
	return [header, ...events, end].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Seconds since the event before, what it is (output or marker), and its text. */
type CastEvent = readonly [number, 'o' | 'm', string];

function isOfSession({ kind }: Redacted<TranscriptEntry>): boolean {
	return kind !== 'burst' && kind !== 'restart' && kind !== 'core' && kind !== 'change' && kind !== 'kernel';
}

function entryText(
	entry: Redacted<TranscriptEntry>,
	{ zone }: Redacted<Transcript>,
	evidence: ReadonlyMap<string, Redacted<TranscriptEvidence>>,
	m: TranscriptMessages,
): string {
	const text = visibleLine(entry.text);
	const time = dim(when(entry.at, zone).slice(11));
	if (entry.kind === 'step') return `\r\n${time} ${bold(text)}\r\n`;
	const command = entry.command === null ? null : visibleLine(entry.command);
	if (entry.kind === 'command' && command !== null) return `${time} ${green('$')} ${command}\r\n`;
	const line = `${time} ${text}${command === null ? '' : `: ${command}`}\r\n`;
	return entry.kind === 'evidence' ? line + outputOf(evidence.get(entry.evidence ?? ''), m) : line;
}

function outputOf(evidence: Redacted<TranscriptEvidence> | undefined, m: TranscriptMessages): string {
	const shown = shownLines(evidence?.excerpt ?? [], m);
	const proofs = shown.filter((line) => line.kind === 'line' && line.isProof);
	const chosen = (proofs.length > 0 ? proofs : shown).slice(0, shownOutput);
	const left = shown.length - chosen.length;
	const lines = chosen.map((line) => `  ${line.kind === 'line' && line.isProof ? bold(line.text) : dim(line.text)}\r\n`);
	return lines.join('') + (left > 0 ? `  ${dim(m.moreOutput(left))}\r\n` : '');
}

function round(seconds: number): number {
	return Math.round(seconds * 1000) / 1000;
}
