import { visible } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';

/** The transcript as it is, with control bytes made visible; docs/transcript.schema.json describes it. */
export function toJson(transcript: Redacted<Transcript>): string {
	const shown = (_: string, value: unknown): unknown => (typeof value === 'string' ? visible(value) : value);
	return `${JSON.stringify(transcript, shown, 2)}\n`;
}
