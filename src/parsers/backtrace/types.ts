/** Tool whose way of writing a stack was read. */
export type TraceFormat =
	| 'gdb'
	| 'systemd-coredump'
	| 'asan'
	| 'glibc'
	| 'valgrind'
	| 'pstack'
	| 'lldb'
	| 'macos-crash-report'
	| 'windbg';

/** What one frame says of itself, before it is known which lines it stood on. */
export interface FrameText {
	/** Number as printed; null where the tool prints none. */
	readonly index: number | null;
	/** Hexadecimal with `0x`, as printed. */
	readonly address: string | null;
	/** Without arguments; `??` where the tool says that there is no symbol, null where it prints nothing at all. */
	readonly function: string | null;
	/** Arguments with values, without the parentheses; empty where none are printed. */
	readonly args: string;
	readonly file: string | null;
	readonly sourceLine: number | null;
	/** Path or name of the shared object or program. */
	readonly object: string | null;
	/** Place within the object, hexadecimal with `0x`, where the tool prints it. */
	readonly offset: string | null;
	readonly format: TraceFormat;
}

export interface Frame extends FrameText {
	readonly index: number;
	readonly firstLine: number;
	readonly lastLine: number;
}

/**
 * What a stack is to its report. `fatal`: the tool says that this one crashed. `noise`: a remark that comes before most
 * crashes. `side`: not a thread's stack at that moment, such as where a block was allocated.
 */
export type StackRole = 'fatal' | 'plain' | 'noise' | 'side';

export interface Stack {
	readonly frames: readonly Frame[];
	readonly role: StackRole;
	/** Number that the tool gives the thread, or its kernel id where it gives none; null where it was not said. */
	readonly thread: string | null;
	/** Other names of the same thread, such as its kernel id. */
	readonly aliases: readonly string[];
	/** Line of the header that names the thread; null where there is none. */
	readonly headerLine: number | null;
	/** Printed because the debugger stopped there, not asked for. */
	readonly isBanner: boolean;
	/** Printed for the thread that the debugger had selected. */
	readonly isSelected: boolean;
	/** Which core or run of the paste it belongs to, counted from 0. */
	readonly session: number;
	readonly format: TraceFormat;
}

export const noFrame = {
	index: null,
	address: null,
	function: null,
	args: '',
	file: null,
	sourceLine: null,
	object: null,
	offset: null,
} as const;
