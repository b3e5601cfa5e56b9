import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import {
	type Assessment,
	type EventBody,
	type Evidence,
	type Fact,
	type Finding,
	noHints,
	type SessionEvent,
} from '../../src/domain/index.ts';
import { fold } from '../../src/session/index.ts';
import {
	archiving,
	atOnce,
	type ExportChoices,
	type TranscriptParts,
	type TranscriptRemedy,
} from '../../src/transcript/index.ts';

/** A piece of evidence as a test tells it. */
export interface Piece {
	readonly id: string;
	readonly format: string;
	readonly text: string;
	readonly facts?: readonly Fact[];
	readonly source?: string;
}

export interface Story {
	readonly pieces: readonly Piece[];
	readonly target?: string;
	readonly more?: readonly EventBody[];
	readonly assessment?: Partial<Assessment>;
	readonly serverOffset?: number | null;
	readonly remedies?: readonly TranscriptRemedy[];
}

/** 2025-11-21 12:00:00 UTC. */
export const noon = 1_763_726_400;

/** A session that read these pieces of evidence, a second apart. */
export function partsOf({
	pieces,
	target = 'root@localhost',
	more = [],
	assessment = {},
	serverOffset = 0,
	remedies = [],
}: Story): TranscriptParts {
	const bodies: readonly EventBody[] = [
		{
			type: 'session-started',
			start: {
				schema: 1,
				version: '0.1.0',
				session: '20251121-120000-abcdef',
				target: { uri: 'local', title: target, isRoot: true },
				hints: noHints,
				knowledge: 'k',
			},
		},
		...pieces.map((piece): EventBody => ({
			type: 'evidence-captured',
			run: null,
			evidence: evidenceOf(piece),
			facts: piece.facts ?? [],
		})),
		...more,
	];
	const events = bodies.map((body, index): SessionEvent => ({ ...body, seq: index + 1, at: noon + index }));
	return {
		events,
		state: fold(events),
		assessment: { verdict: 'inconclusive', diagnoses: [], ruledOut: [], missing: [], remarks: [], ...assessment },
		flows: [],
		catalogue: english,
		words: englishEvidence,
		textOf: (id) => pieces.find((piece) => piece.id === id)?.text ?? '',
		remediesOf: () => remedies,
		serverOffset,
	};
}

function evidenceOf({ id, format, text, source = `/evidence/${id}` }: Piece): Evidence {
	const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
	return {
		...{ id, format, collector: id, source, lines, sha256: 'a1'.repeat(32), bytes: text.length },
		spans: [{ path: source, firstLine: 1, lines, sourceLine: 1 }],
		...{ exitCode: null, durationMs: 1, truncated: false, problem: null, capturedAt: noon },
	};
}

/** A finding that rests on every line of a piece. */
export function findingOn({ id, text }: Piece, statement = 'It is so'): Finding {
	const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
	return {
		rule: 'rule',
		verdict: 'confirmed',
		statement,
		citations: Array.from({ length: lines }, (_, index) => ({ evidence: id, firstLine: index + 1, lastLine: index + 1 })),
		unknownFacts: [],
	};
}

export const everything = { keep: [], hide: [], sinceStep: null, only: null } as const;

/** All files of an archive at once. */
export function archiveOf(parts: TranscriptParts, choices: ExportChoices) {
	const { report, files } = atOnce(archiving(parts, choices));
	return { report, files: files.flatMap((make) => atOnce(make()) ?? []) };
}
