import type { Evidence, Fact } from '../../domain/index.ts';
import type { EntryKind } from '../transcript.ts';

/** A piece of evidence with its facts and its text as captured. */
export interface CapturedText {
	readonly evidence: Evidence;
	readonly facts: readonly Fact[];
	readonly text: string;
}

/** Something that happened on the server, by the clock of the server. */
export interface ServerMoment {
	/** Seconds since 1970, as if the server's clock told UTC. */
	readonly local: number;
	/** Minutes east of UTC where the evidence tells the zone; 0 for times that are in UTC. */
	readonly offset: number | null;
	readonly kind: EntryKind;
	readonly text: string;
	readonly evidence: string;
}
