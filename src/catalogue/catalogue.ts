import type { evidence } from './english/evidence/index.ts';
import type { english } from './english/index.ts';

/** A text instead of one certain text, so that it may be another in another language. */
type Widened<Value> = Value extends string
	? string
	: Value extends (...given: infer Given) => string
		? (...given: Given) => string
		: { readonly [Key in keyof Value]: Widened<Value[Key]> };

/** Every sentence of the interface. A language is one object of this type: plain data, nothing is done when it is loaded. */
export type Catalogue = Widened<typeof english>;

export type TuiMessages = Catalogue['tui'];
export type SessionMessages = Catalogue['session'];
export type TranscriptMessages = Catalogue['transcript'];
export type HeadlessMessages = Catalogue['headless'];
export type PlainMessages = Catalogue['plain'];

/**
 * What is said of evidence: the other object that a language is made of, which is loaded behind the first frame. Its keys are
 * the ids that collectors and parsers may use.
 */
export type EvidenceWords = Widened<typeof evidence>;

export type CollectorId = keyof EvidenceWords['collectors'];
export type FormatId = keyof EvidenceWords['formats'];
/** How to get a program. */
export type ToolId = keyof SessionMessages['problems']['toolMissing']['hints'];
/** Why a collector has nothing to ask. */
export type BlockedId = keyof EvidenceWords['blocked'];
/** Why a crash is blamed on somebody, or on nobody. */
export type ReasonId = keyof EvidenceWords['culprits']['reasons'];
/** What a crashed process was doing. */
export type PhaseId = keyof EvidenceWords['names']['phases'];
/** A kind of failure in a log. */
export type FamilyId = keyof EvidenceWords['names']['families'];
/** Evidence that would tell whom to blame. */
export type WouldTellId = keyof EvidenceWords['culprits']['wouldTell'];
