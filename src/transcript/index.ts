import { toMarkdown } from './markdown.ts';
import type { Redacted } from './redact.ts';
import type { Transcript } from './transcript.ts';

export { hideSecrets, type Redacted, redact } from './redact.ts';
export { buildTranscript, type Transcript } from './transcript.ts';

/** All export formats. Adding one is a line here, its file and a test. */
export const exporters = {
	markdown: toMarkdown,
	json: (transcript: Redacted<Transcript>): string => `${JSON.stringify(transcript, null, 2)}\n`,
} as const;

export type ExportFormat = keyof typeof exporters;
