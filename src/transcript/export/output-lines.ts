import type { TranscriptMessages } from '../../catalogue/index.ts';
import { visible } from '../../domain/index.ts';
import type { OutputLine } from './document.ts';

/** A line of output as it is shown, or how many lines are left out at a place. */
export type ShownLine =
	| { readonly kind: 'line'; readonly text: string; readonly isProof: boolean }
	| { readonly kind: 'gap'; readonly text: string };

/** Lines with what was left out between them said, safe to be shown. Nothing is said of what follows the last one. */
export function shownLines(lines: readonly OutputLine[], m: TranscriptMessages): readonly ShownLine[] {
	return lines.flatMap(({ line, text, isProof }, index): readonly ShownLine[] => {
		const left = line - (lines[index - 1]?.line ?? 0) - 1;
		const shown: ShownLine = { kind: 'line', text: visible(text), isProof };
		return left > 0 ? [{ kind: 'gap', text: m.leftOut(left) }, shown] : [shown];
	});
}
