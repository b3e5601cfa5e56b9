import type { Assessment, SessionOutcome } from '../domain/index.ts';
import type { DoorHost } from '../engine/door-host.ts';

/** What the drawn wizard asks beyond other doors. */
export interface WizardHost extends DoorHost {
	/** Called once the first frame stands, where `session` is still to be opened then; a rejection ends the wizard. */
	readonly opening?: () => Promise<void>;
}

/** How the wizard was left. */
export interface Outcome {
	/** Id of the last session. */
	readonly session: string;
	/** `open`: left without an end, so it can be resumed. */
	readonly ending: SessionOutcome | 'open';
	/** Verdict of the last diagnosis that was shown, `inconclusive` after a hand-off; null when neither was reached. */
	readonly verdict: Assessment['verdict'] | null;
	readonly headline: string;
	/** Path of the last export; null when nothing was exported. */
	readonly exported: string | null;
	/** A signal or a second Ctrl-C ended it. */
	readonly interrupted: boolean;
}
