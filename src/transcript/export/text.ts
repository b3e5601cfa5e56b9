import type { TranscriptMessages } from '../../catalogue/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import { type Block, documentOf } from './document.ts';

/** A report in a format of plain text: an empty line between its blocks. */
export function textOf(
	transcript: Redacted<Transcript>,
	m: TranscriptMessages,
	blockText: (block: Block, m: TranscriptMessages) => string,
): string {
	const blocks = documentOf(transcript, m).map((block) => blockText(block, m));
	return `${blocks.join('\n\n')}\n`;
}
