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
export function documentOf(transcript: Redacted<Transcript>): readonly Block[] {
	const { headline, session, target, version, outcome, zone, startedAt, endedAt } = transcript;
	return [
		{ kind: 'heading', level: 1, text: headline },
		{
			kind: 'list',
			items: [
				item([plain(`Session: ${session} (${outcome})`)]),
				item([plain(`Target: ${target}`)]),
				item([plain(`From ${when(startedAt, zone)} to ${when(endedAt, zone)} (${zoneName(zone)})`)]),
				item([plain(`httpd-medic ${version}; what is secret or tells who and where is masked`)]),
			],
		},
		...listBlocks('Summary', summaryItems(transcript)),
		...transcript.diagnoses.flatMap(diagnosisBlocks),
		...listBlocks(
			'What else was seen',
			transcript.remarks.map((each) => item([plain(each)])),
		),
		...listBlocks(
			'Ruled out',
			transcript.ruledOut.map(({ title, because }) => item([plain(`${title}: ${because}`)])),
		),
		...listBlocks(
			'Open',
			transcript.missing.map(({ why, how }) => item([plain(`${why}. ${how}`)])),
		),
		...listBlocks(
			'Next',
			transcript.next.map((each) => item([plain(each)])),
		),
		...listBlocks(
			'Notes',
			transcript.notes.map(({ at, text }) => item([code(when(at, zone)), plain(` ${text}`)])),
		),
		...listBlocks(
			'Timeline',
			transcript.timeline.map(({ at, kind, text, command }) =>
				item([
					code(when(at, zone)),
					plain(' '),
					kind === 'step' ? strong(text) : plain(text),
					...(command === null ? [] : [plain(': '), code(command)]),
				]),
			),
		),
		...(transcript.evidence.length > 0 ? [{ kind: 'heading', level: 2, text: 'Evidence' } as const] : []),
		...transcript.evidence.flatMap(evidenceBlocks),
		...listBlocks(
			'What was hidden',
			transcript.hidden.map(({ title, count }) => item([plain(`${title}: ${count}`)])),
		),
	];
}

function summaryItems({ diagnoses, ruledOut, missing }: Redacted<Transcript>): readonly Item[] {
	const known = diagnoses.map(({ title, status, isRisk, findings }) =>
		item([
			strong(title),
			plain(` (${isRisk ? 'a risk, ' : ''}${status})${findings[0] === undefined ? '' : `: ${findings[0].statement}`}`),
		]),
	);
	const counts = [
		ruledOut.length > 0 ? `ruled out: ${ruledOut.length}` : '',
		missing.length > 0 ? `still open: ${missing.length}` : '',
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

function diagnosisBlocks(diagnosis: Redacted<TranscriptDiagnosis>): readonly Block[] {
	const { id, title, status, isRisk, culprit, findings, remedies } = diagnosis;
	const proofs = findings.map((finding) =>
		item(
			[plain(finding.statement)],
			[
				...finding.proofs.map((proof) => item([code(placeOf(proof.file, proof.line)), plain(' '), code(proof.text)])),
				...(finding.more > 0 ? [item([plain(`and ${finding.more} more lines`)])] : []),
			],
		),
	);
	const ways = remedies.map((remedy) =>
		item(
			[strong(remedy.title), plain(` (${remedy.kind}, ${remedy.risk}): ${remedy.state}`)],
			[
				...remedy.actions.map((action) => item([code(action)])),
				...(remedy.undo.length > 0
					? [
							item(
								[plain('Undo:')],
								remedy.undo.map((action) => item([code(action)])),
							),
						]
					: []),
				...(remedy.verification === null
					? []
					: [item([plain(`Afterwards: ${remedy.verification}${remedy.verified === null ? '' : ` (${remedy.verified})`}`)])]),
				...(remedy.log.length > 0
					? [
							item(
								[plain('What was done:')],
								remedy.log.map((line) => item([code(line)])),
							),
						]
					: []),
			],
		),
	);
	const kind = [plain(`${isRisk ? 'A risk, ' : ''}${status}; `), code(id)];
	return [
		{ kind: 'heading', level: 2, text: title },
		{ kind: 'paragraph', spans: culprit === null ? kind : [...kind, plain('; culprit '), code(culprit)] },
		...(proofs.length > 0
			? ([
					{ kind: 'heading', level: 3, text: 'Proof' },
					{ kind: 'list', items: proofs },
				] as const)
			: []),
		...(ways.length > 0
			? ([
					{ kind: 'heading', level: 3, text: 'Remedies' },
					{ kind: 'list', items: ways },
				] as const)
			: []),
	];
}

function evidenceBlocks({
	id,
	source,
	lines,
	exitCode,
	truncated,
	problem,
	sha256,
	excerpt,
}: Redacted<TranscriptEvidence>): readonly Block[] {
	const facts = [
		`${lines} lines`,
		exitCode === null ? '' : `exit ${exitCode}`,
		truncated ? 'truncated' : '',
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
