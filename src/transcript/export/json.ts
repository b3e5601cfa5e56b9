import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';

/** The transcript as it is; docs/transcript.schema.json describes it. */
export function toJson(transcript: Redacted<Transcript>): string {
	return `${JSON.stringify(transcript, null, 2)}\n`;
}
