import { wrap } from '../text/wrap.ts';
import type { PaneContent } from './content.ts';

/** Rows of a long text that stay in sight on the smallest screen. */
const kept = 8;

/**
 * Rows that a pane needs, its status included: for all of a short text, and for a piece of a long one.
 * @param width of the pane, in columns.
 * @param most rows of a long text.
 */
export function leastRows(content: PaneContent, width: number, most = kept): number {
	let rows = 0;
	for (let line = 0; line < content.count && rows < most; line += 1) {
		rows += wrap(content.line(line).text, Math.max(1, width - 2), content.line(line).hang).length;
	}
	return Math.min(most, Math.max(1, rows)) + 1;
}

/** What a long text gets. */
export const mostLeastRows = kept + 1;
