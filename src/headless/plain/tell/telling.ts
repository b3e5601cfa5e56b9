import type { PlainMessages } from '../../../catalogue/index.ts';
import type { Sources } from '../sources.ts';

/** What a screen is told with. */
export interface Telling {
	readonly m: PlainMessages;
	readonly sources: Sources;
	/** The output was told at an earlier step. */
	readonly isTold: (evidence: string) => boolean;
}

/** Lines that belong under the one before. */
export function indented(lines: readonly string[]): readonly string[] {
	return lines.map((line) => `  ${line}`);
}

/** A heading with its lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ['', heading, ...indented(lines)];
}
