export { english } from './english/index.ts';
export { causeOf, causesOf, problemFor, problemOf, tellError, tellProblem, tellTarget } from './problem.ts';
export { say } from './say.ts';
export { tellBlocked, tellCollector, tellFact, tellFilled, tellFormat } from './tell-evidence.ts';
export type {
	BlockedId,
	Catalogue,
	CollectorId,
	EvidenceWords,
	FamilyId,
	FormatId,
	HeadlessMessages,
	PhaseId,
	PlainMessages,
	ReasonId,
	SessionMessages,
	ToolId,
	TranscriptMessages,
	TuiMessages,
	WouldTellId,
} from './catalogue.ts';
