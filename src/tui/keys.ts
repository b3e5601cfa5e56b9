import type { Intent } from '../domain/index.ts';
import type { TuiMessages } from '../catalogue/index.ts';
import type { Actions } from './screens/props.ts';
import { widthOf } from './text/cells.ts';

/** One entry of the footer. */
export interface KeyHint {
	readonly keys: string;
	readonly label: string;
}

interface Command {
	readonly keys: string;
	readonly intent: Intent['type'];
	readonly label: 'back' | 'skip' | 'override' | 'repeat' | 'paste' | 'note' | 'searchLog';
	readonly act: (actions: Actions) => void;
}

/** Keys that stand for an intent wherever it is legal. */
export const commands: readonly Command[] = [
	{ keys: 'b', intent: 'back', label: 'back', act: ({ send }) => void send({ type: 'back' }) },
	{ keys: 's', intent: 'skip', label: 'skip', act: ({ send }) => void send({ type: 'skip' }) },
	{ keys: 'o', intent: 'override', label: 'override', act: ({ open }) => open({ kind: 'override' }) },
	{ keys: 'r', intent: 'repeat', label: 'repeat', act: ({ send }) => void send({ type: 'repeat' }) },
	{ keys: 'p', intent: 'paste', label: 'paste', act: ({ open }) => open({ kind: 'paste', text: '' }) },
	{ keys: 'm', intent: 'note', label: 'note', act: ({ open }) => open({ kind: 'note', line: null, isOnLine: false }) },
	{ keys: 'f', intent: 'search-log', label: 'searchLog', act: ({ send }) => void send({ type: 'search-log' }) },
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
