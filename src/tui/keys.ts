import type { Intent } from '../domain/index.ts';
import type { TuiMessages } from '../catalogue/index.ts';
import { widthOf } from './text/cells.ts';

/** One entry of the footer. */
export interface KeyHint {
	readonly keys: string;
	readonly label: string;
}

interface Command {
	readonly keys: string;
	readonly intent: Intent['type'];
	readonly label: keyof TuiMessages['keys'];
}

/** Keys that stand for an intent wherever it is legal. */
export const commands: readonly Command[] = [
	{ keys: 'b', intent: 'back', label: 'back' },
	{ keys: 's', intent: 'skip', label: 'skip' },
	{ keys: 'o', intent: 'override', label: 'override' },
	{ keys: 'r', intent: 'repeat', label: 'repeat' },
	{ keys: 'p', intent: 'paste', label: 'paste' },
	{ keys: 'm', intent: 'note', label: 'note' },
];

/** Hints of the keys that the screen allows now. */
export function legalHints(legal: ReadonlySet<Intent['type']>, m: TuiMessages): readonly KeyHint[] {
	const allowed = commands.filter((command) => legal.has(command.intent));
	return [
		...allowed.map((command) => ({ keys: command.keys, label: m.keys[command.label] })),
		{ keys: 'e', label: m.keys.export },
		{ keys: 'v', label: m.keys.evidence },
		{ keys: 'i', label: m.keys.knowledge },
	];
}

function textOfHint(hint: KeyHint): string {
	return `${hint.keys} ${hint.label}`;
}

const gap = 2;

/** As many hints as fit, in their order; `last` always stand at the end. */
export function fitHints(hints: readonly KeyHint[], last: readonly KeyHint[], width: number): readonly KeyHint[] {
	const widthOfAll = (all: readonly KeyHint[]): number => all.reduce((sum, hint) => sum + widthOf(textOfHint(hint)) + gap, -gap);
	const count = hints.findIndex((_, index) => widthOfAll([...hints.slice(0, index + 1), ...last]) > width);
	return [...(count === -1 ? hints : hints.slice(0, count)), ...last];
}
