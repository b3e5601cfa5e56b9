import { FramePool } from './frame-pool.ts';
import type { Header } from './headers.ts';
import type { Frame, FrameText, Stack, StackRole, TraceFormat } from './types.ts';

interface Context {
	readonly thread: string | null;
	readonly aliases: readonly string[];
	readonly role: StackRole;
	readonly headerLine: number | null;
	readonly isSelected: boolean;
}

type OpenStack = Context & { readonly frames: Frame[]; readonly isBanner: boolean; readonly session: number; lastIndex: number };

/** Puts frames, in the order of the text, together to stacks. */
export interface Assembler {
	/** `begins`: the tool says that a new stack starts here. */
	readonly frame: (frame: FrameText, firstLine: number, lastLine: number, begins?: boolean) => void;
	readonly header: (header: Header, line: number) => void;
	/** Changes what the next stack is, not whose. */
	readonly role: (role: StackRole) => void;
	/** The debugger has stopped: the frame after this is where. */
	readonly stopped: () => void;
	readonly isStopped: () => boolean;
	readonly done: () => { readonly stacks: readonly Stack[]; readonly crashedThread: string | null };
}

const nobody: Context = { thread: null, aliases: [], role: 'plain', headerLine: null, isSelected: false };
/** Tools whose report is one crash with stacks of explanation after it. */
const explaining: ReadonlySet<TraceFormat> = new Set<TraceFormat>(['asan']);

export function assembler(): Assembler {
	const stacks: Stack[] = [];
	const pool = new FramePool();
	let open: OpenStack | undefined;
	let selected: Context = { ...nobody, isSelected: true };
	let context = selected;
	let session = 0;
	let stoppedHere = false;
	let crashedThread: string | null = null;

	const close = (): void => {
		if (open && open.frames.length > 0) {
			const { lastIndex: _, ...stack } = open;
			const isBanner = open.isBanner && open.frames.length === 1;
			stacks.push({ ...stack, isBanner, format: open.frames[0]?.format ?? 'gdb' });
		}
		open = undefined;
	};
	const start = (format: TraceFormat): OpenStack => {
		close();
		const thread = context.thread ?? (format === 'valgrind' ? '1' : null);
		const stack = { ...context, thread, frames: [], isBanner: stoppedHere, session, lastIndex: -1 };
		if (explaining.has(format)) context = { ...nobody, role: 'side' };
		else if (format === 'valgrind') context = { ...context, role: 'plain' };
		else if (!context.isSelected) context = nobody;
		stoppedHere = false;
		return stack;
	};
	return {
		frame: (text, firstLine, lastLine, begins = false) => {
			const isNext = open !== undefined && (text.index === null || text.index > open.lastIndex) && !begins;
			const stack = isNext && open ? open : start(text.format);
			open = stack;
			const index = text.index ?? stack.lastIndex + 1;
			stack.lastIndex = index;
			stack.frames.push(pool.of(text, index, firstLine, lastLine));
		},
		header: (header, line) => {
			if (header.kind === 'crashed') {
				crashedThread = header.thread;
				return;
			}
			close();
			if (header.kind === 'session') {
				if (stacks.some((stack) => stack.session === session)) session++;
				selected = { ...nobody, isSelected: true };
				context = selected;
			} else if (header.kind === 'prompt') context = selected;
			else if (header.kind === 'section') context = { ...nobody, role: header.role, headerLine: line };
			else {
				context = { ...header, headerLine: line, isSelected: header.selects };
				if (header.selects) selected = context;
			}
		},
		role: (role) => {
			close();
			context = { ...context, role, isSelected: false };
		},
		stopped: () => {
			close();
			context = selected;
			stoppedHere = true;
		},
		isStopped: () => stoppedHere,
		done: () => {
			close();
			return { stacks, crashedThread };
		},
	};
}
