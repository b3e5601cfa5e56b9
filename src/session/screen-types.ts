import type {
	Assessment,
	Citation,
	DiagnosisStatus,
	Intent,
	LineRange,
	Problem,
	Risk,
	SessionOutcome,
	Verdict,
} from '../domain/index.ts';

/** Always visible: who works where, and how far the investigation has come. */
export interface Banner {
	readonly target: string;
	readonly isRoot: boolean;
	/** False for a recording, a bundle or nothing at all: then no command is run. */
	readonly isLive: boolean;
	readonly session: string;
	readonly flow: string | null;
	/** Titles of the steps taken, the current one last. */
	readonly path: readonly string[];
}

/** Lines of a file that prove something. The text is asked from the session handle by evidence id and lines. */
export interface Proof {
	readonly evidence: string;
	/** As found in the captured text, counted from 1. */
	readonly firstLine: number;
	readonly lastLine: number;
	/** `/var/log/apache2/error.log:17` or `ipcs -s:4`. */
	readonly place: string;
}

export interface FindingView {
	readonly rule: string;
	readonly verdict: Verdict;
	readonly statement: string;
	readonly proofs: readonly Proof[];
}

export interface Sighting {
	readonly tone: 'good' | 'bad' | 'neutral';
	readonly text: string;
}

export interface WelcomeScreen {
	readonly kind: 'welcome';
	/** What is already seen on this target; grows while the first look runs. */
	readonly sightings: readonly Sighting[];
	/** The first look at the target still runs. */
	readonly looking: boolean;
	/** Flows, the proposed one first. */
	readonly symptoms: readonly {
		readonly flow: string;
		readonly label: string;
		readonly detail: string;
		readonly proposed: boolean;
	}[];
	/** False where no httpd was found on the target: practice is proposed then. */
	readonly hasServer: boolean;
}

export interface AskScreen {
	readonly kind: 'ask';
	readonly title: string;
	readonly why: string;
	readonly question: string;
	readonly options: readonly { readonly id: string; readonly label: string }[];
}

export type CollectionState = 'waiting' | 'running' | 'done' | 'problem' | 'blocked' | 'needs-consent' | 'interrupted';

export interface CollectionItem {
	readonly collector: string;
	readonly title: string;
	readonly why: string;
	readonly risk: Risk;
	/** Exact commands, known once planned. */
	readonly commands: readonly string[];
	readonly state: CollectionState;
	/** Seconds since 1970 when it started; null before. */
	readonly startedAt: number | null;
	readonly evidence: readonly EvidenceView[];
	/** Why it is blocked, with what to do. */
	readonly problem: Pick<Problem, 'message' | 'advice'> | null;
}

export interface EvidenceView {
	readonly id: string;
	readonly source: string;
	readonly format: string;
	readonly lines: number;
	readonly truncated: boolean;
	readonly exitCode: number | null;
	readonly durationMs: number;
	readonly problem: Problem | null;
	/** Lines that facts rest on, as ranges of the captured text. */
	readonly marked: readonly LineRange[];
	/** `name = value` of the most telling facts read from it. */
	readonly facts: readonly string[];
}

export interface CollectScreen {
	readonly kind: 'collect';
	readonly title: string;
	readonly why: string;
	readonly items: readonly CollectionItem[];
	/** Every collector has finished, was skipped or is blocked: the operator may go on. */
	readonly finished: boolean;
	/** Collector whose evidence the next verdict rests on; null while nothing is known of that. */
	readonly telling: string | null;
}

export interface JudgeScreen {
	readonly kind: 'judge';
	readonly title: string;
	readonly why: string;
	readonly finding: FindingView;
	/** What would decide it, when inconclusive. */
	readonly missing: readonly { readonly why: string; readonly how: string }[];
	/** Titles of the steps that each verdict leads to. */
	readonly leadsTo: Readonly<Record<Verdict, string>>;
}

export interface RemedyActionView {
	readonly description: string;
	/** Unified diff where a file is changed and its present content is known, else the new content; null for commands. */
	readonly change: string | null;
	/** Only a person can do it. */
	readonly manual: boolean;
}

export interface RemedyPreviewView {
	/** `not-needed`: only commands, which are shown as they are. `missing`: to be asked for by `preview-remedy`. */
	readonly state: 'not-needed' | 'missing' | 'looking' | 'ready';
	/** Why a file cannot be changed; null where all can. */
	readonly problem: string | null;
}

export interface RemedyView {
	readonly diagnosis: string;
	readonly id: string;
	readonly title: string;
	readonly kind: 'mitigation' | 'fix';
	readonly risk: Risk;
	readonly precondition: Verdict | null;
	/** Facts that must be known before its commands are complete. */
	readonly unknownFacts: readonly string[];
	readonly actions: readonly RemedyActionView[];
	readonly undo: readonly RemedyActionView[];
	/** Whether it was shown what the actions would change now; without it they cannot be consented to. */
	readonly preview: RemedyPreviewView;
	/** The same for the undo. */
	readonly undoPreview: RemedyPreviewView;
	/** Why it was refused last; null when it was not. */
	readonly refusal: string | null;
	readonly verification: string | null;
	readonly state: 'offered' | 'running' | 'applied' | 'failed' | 'undone' | 'interrupted';
	readonly verified: Verdict | null;
	/** Word that the operator must type to consent. */
	readonly confirmWord: string;
	/** Descriptions and outputs of actions performed so far. */
	readonly log: readonly string[];
}

export interface DiagnosisView {
	readonly id: string;
	readonly title: string;
	readonly status: DiagnosisStatus;
	readonly isRisk: boolean;
	readonly culprit: string | null;
	readonly findings: readonly FindingView[];
	readonly remedies: readonly RemedyView[];
}

export interface WatchView {
	readonly state: 'running' | 'silent' | 'recurred' | 'stopped';
	/** Seconds since 1970. */
	readonly startedAt: number;
	readonly until: number;
	/** What it has shown, or why it was stopped; null while it runs. */
	readonly statement: string | null;
	/** It follows a remedy, and its silence proves it. */
	readonly provesRemedy: boolean;
}

export interface DiagnosisScreen {
	readonly kind: 'diagnosis';
	readonly title: string;
	readonly verdict: Assessment['verdict'];
	readonly headline: string;
	readonly diagnoses: readonly DiagnosisView[];
	/** Remedies that were begun in this session and whose diagnosis no longer holds: they can still be undone. */
	readonly treated: readonly RemedyView[];
	/** The last watch; null where there was none. */
	readonly watch: WatchView | null;
	readonly ruledOut: readonly { readonly id: string; readonly title: string; readonly because: string }[];
	readonly missing: readonly { readonly facts: readonly string[]; readonly why: string; readonly how: string }[];
	readonly remarks: readonly FindingView[];
}

export interface HandOffScreen {
	readonly kind: 'hand-off';
	readonly title: string;
	readonly text: string;
	readonly headline: string;
}

export interface EndedScreen {
	readonly kind: 'ended';
	readonly outcome: SessionOutcome;
	readonly headline: string;
}

export interface DebuggerView {
	readonly subject: string;
	readonly title: string;
	readonly command: string;
	/** Above `read`: the risk is to be typed as a word. */
	readonly risk: Risk;
}

/** A note on lines of a piece of evidence. */
export interface LineNote {
	readonly text: string;
	readonly place: Citation;
}

/** The whole error log, of which only the end was read. */
export interface LogSearchView {
	/** `unfinished`: it was stopped, or the program was ended meanwhile. `failed`: nothing could be read. */
	readonly state: 'offered' | 'running' | 'done' | 'unfinished' | 'failed';
	/** Files that would be searched, and their bytes as they lie on the disk. */
	readonly files: number;
	readonly bytes: number;
	/** Seconds since 1970; null before the first search. */
	readonly startedAt: number | null;
	/** Since when it fails and how often; null before that is known. */
	readonly statement: string | null;
	/** What the last search has found. */
	readonly evidence: string | null;
	/** Why not all of it could be searched. */
	readonly problem: Pick<Problem, 'message' | 'advice'> | null;
}

/** What to show now, and what the operator may ask for. Doors only draw it. */
export interface Screen {
	readonly banner: Banner;
	readonly body: WelcomeScreen | AskScreen | CollectScreen | JudgeScreen | DiagnosisScreen | HandOffScreen | EndedScreen;
	readonly legal: ReadonlySet<Intent['type']>;
	/** What the operator noted on lines, the latest last. */
	readonly lineNotes: readonly LineNote[];
	/** null where nothing was left out of the error log, or it cannot be searched. */
	readonly search: LogSearchView | null;
	/** Debuggers that the operator may talk to now. */
	readonly debuggers: readonly DebuggerView[];
	/** Whether `leave` may say that the trouble is resolved. */
	readonly mayResolve: boolean;
	/** It can only be looked at: somebody else works in it, or its journal cannot be written. Then nothing is legal. */
	readonly isReadOnly: boolean;
	/** Things that went wrong or were found damaged, newest last. */
	readonly warnings: readonly string[];
}
