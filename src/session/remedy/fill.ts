import type { EvidenceWords } from '../../catalogue/index.ts';
import type { FactLookup, Hints, RemedyAction, Request, RunRequest, WriteFileRequest } from '../../domain/index.ts';
import { fillArgv, fillStatement, fillText, type StatementWords } from '../../flow/index.ts';

type Argv = RunRequest['argv'];

/** What a tool would do that only knows another server, and in which configuration a person must do it. */
interface ByHand {
	readonly command: string;
	readonly does: 'enable' | 'disable';
	/** null where it is not known. */
	readonly config: string | null;
}

/** How the server in question is steered, as when it has a configuration of its own. */
export interface Control {
	/** A command as it must be called for it, or what is left to a person. */
	readonly command: (argv: Argv, facts: FactLookup, hints: Hints) => Argv | { readonly byHand: ByHand };
	/** The same for the commands within an instruction. */
	readonly text: (text: string, facts: FactLookup, hints: Hints) => string;
}

/** One thing a remedy does, with all values filled in. */
export type RemedyStep =
	/** `undo` takes it back when a later step fails. */
	| { readonly kind: 'run'; readonly request: RunRequest; readonly undo: RunRequest | null }
	| { readonly kind: 'write'; readonly request: WriteFileRequest }
	| { readonly kind: 'instruct'; readonly text: string };

export interface FilledAction {
	readonly steps: readonly RemedyStep[];
	/** Facts that are unknown, or whose values are unfit for a command: nothing may be run. */
	readonly unknown: readonly string[];
}

export interface FillContext {
	readonly facts: FactLookup;
	readonly hints: Hints;
	readonly control: Control;
	readonly words: EvidenceWords;
	readonly statement: StatementWords;
}

const limits = { risk: 'mutating', deadlineMs: 60_000, maxBytes: 1 << 20 } as const satisfies Partial<Request>;
const item = '{item}';

export function fillAction(action: RemedyAction, context: FillContext): FilledAction {
	switch (action.kind) {
		case 'run': {
			const done = fillCommand(action.argv, context);
			const undo = action.undo ? fillCommand(action.undo, context) : null;
			const unknown = [...done.unknown, ...(undo?.unknown ?? [])];
			if ('byHand' in done.command) return { steps: [instructed(done.command.byHand, context)], unknown };
			// What a person must take back is no command: then nothing is taken back by itself.
			const back = undo === null || 'byHand' in undo.command ? null : runOf(undo.command);
			return { steps: [{ kind: 'run', request: runOf(done.command), undo: back }], unknown };
		}
		case 'run-each':
			return fillEach(action, context);
		case 'write': {
			const path = fillText(action.change.path, context.facts);
			const content = action.change.content === null ? null : fillText(action.change.content, context.facts);
			const request = {
				kind: 'write-file',
				path: path.text,
				content: content?.text ?? null,
				mode: action.change.mode,
				...limits,
			} as const;
			return { steps: [{ kind: 'write', request }], unknown: [...path.unknownFacts, ...(content?.unknownFacts ?? [])] };
		}
		case 'instruct':
			return { steps: [{ kind: 'instruct', text: fillInstruction(action.text, context) }], unknown: [] };
	}
}

/** Commands first: a value that is filled in comes from foreign text, and is none. */
function fillInstruction(text: string, { facts, hints, control, statement }: FillContext): string {
	return fillStatement(control.text(text, facts, hints), facts, statement).text;
}

function instructed({ does, command, config }: ByHand, { words }: FillContext): RemedyStep {
	return { kind: 'instruct', text: words.control[does](command, config) };
}

function fillCommand(
	argv: Argv,
	{ facts, hints, control }: FillContext,
): { readonly command: ReturnType<Control['command']>; readonly unknown: readonly string[] } {
	const [program, ...rest] = argv;
	const filled = fillArgv(rest, facts);
	return { command: control.command([program, ...filled.argv], facts, hints), unknown: filled.unknownFacts };
}

/** One command for each element; none at all when one element is no plain word, because it comes from foreign text. */
function fillEach({ argv, over }: Extract<RemedyAction, { kind: 'run-each' }>, context: FillContext): FilledAction {
	const list = context.facts(over);
	if (!Array.isArray(list) || !list.every(isPlainWord)) return { steps: [], unknown: [over] };
	const { command, unknown } = fillCommand(argv, context);
	if ('byHand' in command) return { steps: [instructed(command.byHand, context)], unknown };
	const [program, ...rest] = command;
	const steps = list.map((element) => ({
		kind: 'run' as const,
		request: runOf([program, ...rest.map((word) => word.replaceAll(item, String(element)))]),
		undo: null,
	}));
	return { steps, unknown };
}

function isPlainWord(value: unknown): boolean {
	return Number.isSafeInteger(value) ? Number(value) >= 0 : typeof value === 'string' && /^[\w./:@+][\w./:@+-]*$/.test(value);
}

function runOf(argv: Argv): RunRequest {
	return { kind: 'run', argv, output: 'both', expectedExitCodes: [0], ...limits };
}
