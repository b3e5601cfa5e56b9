import type { SessionEvent } from '../domain/index.ts';

/** Lines that were just written to a log. */
export interface LogGrowth {
	/** `matters`: it tells how the server itself fares. */
	readonly lines: readonly { readonly text: string; readonly matters: boolean }[];
	/** Another file has the name of the log now, or it was emptied and begins anew. */
	readonly change: 'rotated' | 'cut' | null;
}

/** What has come to the log since it was read last. */
export interface Grown {
	readonly lines: number;
	readonly matter: number;
	/** The last line that matters; the last of all where none does; empty before the first. */
	readonly last: string;
	readonly change: LogGrowth['change'];
}

export const nothingGrown: Grown = { lines: 0, matter: 0, last: '', change: null };

export function grow(before: Grown, { lines, change }: LogGrowth): Grown {
	const telling = lines.filter((line) => line.matters);
	const last = telling.at(-1)?.text ?? (before.matter > 0 ? undefined : lines.at(-1)?.text);
	return {
		lines: before.lines + lines.length,
		matter: before.matter + telling.length,
		last: last ?? before.last,
		change: change ?? (lines.length > 0 ? null : before.change),
	};
}

export function hasGrown({ lines, change }: Grown): boolean {
	return lines > 0 || change !== null;
}

/** Id of the evidence that the error log was read into last; null where it was not. */
export function latestLog(events: readonly SessionEvent[]): string | null {
	const last = events.findLast((event) => event.type === 'evidence-captured' && event.evidence.collector === 'error-log');
	return last?.type === 'evidence-captured' ? last.evidence.id : null;
}

/** Time, process and client stand in front of what a line says. */
const heads = /^(?:\[[^\]]*\] ?)+/;

export function withoutHeads(line: string): string {
	return line.replace(heads, '');
}
