import { say, type TranscriptMessages } from '../../catalogue/index.ts';
import { placeOf } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript, TranscriptDiagnosis, TranscriptEvidence } from '../transcript.ts';
import { when, zoneName } from './when.ts';

/** A run of text. `code`: names, files and lines as they are. */
export interface Span {
	readonly text: string;
	readonly style: 'plain' | 'code' | 'strong';
}

export interface Item {
	readonly spans: readonly Span[];
	readonly items: readonly Item[];
}

export interface OutputLine {
	readonly line: number;
	readonly text: string;
	readonly isProof: boolean;
}

/** What a report consists of, whatever it is written in. */
export type Block =
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
	| { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
	| { readonly kind: 'list'; readonly items: readonly Item[] }
	/** Output of a command or part of a file; `isLong` where it is better folded. */
	| { readonly kind: 'output'; readonly title: string; readonly lines: readonly OutputLine[]; readonly isLong: boolean };

const longOutput = 12;

const plain = (text: string): Span => ({ text, style: 'plain' });
const code = (text: string): Span => ({ text, style: 'code' });
const strong = (text: string): Span => ({ text, style: 'strong' });
const item = (spans: readonly Span[], items: readonly Item[] = []): Item => ({ spans, items });

/** The report of a session: summary, proof, remedies, what is open, timeline, evidence. */
export function documentOf(transcript: Redacted<Transcript>, m: TranscriptMessages): readonly Block[] {
	const h = m.headings;
	const { headline, session, target, version, outcome, zone, startedAt, endedAt } = transcript;
	return [
		{ kind: 'heading', level: 1, text: headline },
		{
			kind: 'list',
			items: [
				item([plain(m.session(session, say(m.outcomes, outcome)))]),
				item([plain(m.target(target))]),
				item([plain(m.period(when(startedAt, zone), when(endedAt, zone), zoneName(zone, m)))]),
				item([plain(m.maker(version))]),
			],
		},
		...listBlocks(h.summary, summaryItems(transcript, m)),
		...transcript.diagnoses.flatMap((each) => diagnosisBlocks(each, m)),
		...listBlocks(
			h.seen,
			transcript.remarks.map((each) => item([plain(each)])),
		),
		...listBlocks(
			h.ruledOut,
			transcript.ruledOut.map(({ title, because }) => item([plain(`${title}: ${because}`)])),
		),
		...listBlocks(
			h.open,
			transcript.missing.map(({ why, how }) => item([plain(`${why}. ${how}`)])),
		),
		...listBlocks(
			h.next,
			transcript.next.map((each) => item([plain(each)])),
		),
		...listBlocks(
			h.notes,
			transcript.notes.map(({ at, text, place }) =>
				item(
					[code(when(at, zone)), plain(` ${text}`)],
					place === null ? [] : [item([code(placeOf(place.file, place.line)), plain(' '), code(place.text)])],
				),
			),
		),
		...listBlocks(
			h.timeline,
			transcript.timeline.map(({ at, kind, text, command }) =>
				item([
					code(when(at, zone)),
					plain(' '),
					kind === 'step' ? strong(text) : plain(text),
					...(command === null ? [] : [plain(': '), code(command)]),
				]),
			),
		),
		...(transcript.evidence.length > 0 ? [{ kind: 'heading', level: 2, text: h.evidence } as const] : []),
		...transcript.evidence.flatMap((each) => evidenceBlocks(each, m)),
		...listBlocks(
			h.hidden,
			transcript.hidden.map(({ title, count }) => item([plain(`${title}: ${count}`)])),
		),
	];
}

function summaryItems({ diagnoses, ruledOut, missing }: Redacted<Transcript>, m: TranscriptMessages): readonly Item[] {
	const known = diagnoses.map(({ title, status, isRisk, findings }) =>
		item([
			strong(title),
			plain(
				` (${isRisk ? m.isRisk(say(m.statuses, status)) : say(m.statuses, status)})${findings[0] === undefined ? '' : `: ${findings[0].statement}`}`,
			),
		]),
	);
	const counts = [
		ruledOut.length > 0 ? m.ruledOutCount(ruledOut.length) : '',
		missing.length > 0 ? m.openCount(missing.length) : '',
	].filter((count) => count !== '');
	return counts.length > 0 ? [...known, item([plain(counts.join('; '))])] : known;
}

function listBlocks(title: string, items: readonly Item[]): readonly Block[] {
	return items.length === 0
		? []
		: [
				{ kind: 'heading', level: 2, text: title },
				{ kind: 'list', items },
			];
}

function diagnosisBlocks(diagnosis: Redacted<TranscriptDiagnosis>, m: TranscriptMessages): readonly Block[] {
	const { id, title, status, isRisk, culprit, findings, remedies } = diagnosis;
	const proofs = findings.map((finding) =>
		item(
			[plain(finding.statement)],
			[
				...finding.proofs.map((proof) => item([code(placeOf(proof.file, proof.line)), plain(' '), code(proof.text)])),
				...(finding.more > 0 ? [item([plain(m.moreLines(finding.more))])] : []),
			],
		),
	);
	const ways = remedies.map((remedy) =>
		item(
			[
				strong(remedy.title),
				plain(` (${say(m.kinds, remedy.kind)}, ${say(m.riskNames, remedy.risk)}): ${say(m.remedyStates, remedy.state)}`),
			],
			[
				...remedy.actions.map((action) => item([code(action)])),
				...(remedy.undo.length > 0
					? [
							item(
								[plain(m.headings.undo)],
								remedy.undo.map((action) => item([code(action)])),
							),
						]
					: []),
				...(remedy.verification === null
					? []
					: [item([plain(m.afterwards(remedy.verification, remedy.verified === null ? null : m.verdicts[remedy.verified]))])]),
				...(remedy.log.length > 0
					? [
							item(
								[plain(m.headings.done)],
								remedy.log.map((line) => item([code(line)])),
							),
						]
					: []),
			],
		),
	);
	const kind = [plain(`${isRisk ? m.RiskOf(say(m.statuses, status)) : say(m.statuses, status)}; `), code(id)];
	return [
		{ kind: 'heading', level: 2, text: title },
		{ kind: 'paragraph', spans: culprit === null ? kind : [...kind, plain(`; ${m.culprit} `), code(culprit)] },
		...(proofs.length > 0
			? ([
					{ kind: 'heading', level: 3, text: m.headings.proof },
					{ kind: 'list', items: proofs },
				] as const)
			: []),
		...(ways.length > 0
			? ([
					{ kind: 'heading', level: 3, text: m.headings.remedies },
					{ kind: 'list', items: ways },
				] as const)
			: []),
	];
}

function evidenceBlocks(evidence: Redacted<TranscriptEvidence>, m: TranscriptMessages): readonly Block[] {
	const { id, source, lines, exitCode, truncated, problem, sha256, excerpt } = evidence;
	const facts = [
		m.lines(lines),
		exitCode === null ? '' : m.exit(exitCode),
		truncated ? m.truncated : '',
		problem ?? '',
		`sha256 ${sha256.slice(0, 12)}`,
	];
	return [
		{ kind: 'heading', level: 3, text: id },
		{ kind: 'paragraph', spans: [code(source), plain(` (${facts.filter((fact) => fact !== '').join('; ')})`)] },
		...(excerpt.length === 0
			? []
			: [{ kind: 'output', title: id, lines: excerpt, isLong: excerpt.length > longOutput } as const]),
	];
}
