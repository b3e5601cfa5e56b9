import { isBoundary, withoutPager } from './interest.ts';
import { readNumberedFrame } from './shapes/numbered.ts';
import type { FrameText } from './types.ts';
import { goesOn, joined, type PendingFrame, pendingFrame, splitAtNext } from './wrapped.ts';

/** Puts numbered frames that were wrapped over several lines together again. */
export interface Unwrapper {
	/** A frame begins in this line; the one before it ends. */
	readonly begin: (text: string, number: number) => void;
	/** Whether the line went on with the frame before it. Otherwise that frame has ended. */
	readonly takes: (line: string, number: number, isHardWrapped: () => boolean) => boolean;
	readonly blank: () => void;
	readonly end: () => void;
	readonly isOpen: () => boolean;
}

/** `emit` gets every whole frame with its first and last line. */
export function unwrapper(emit: (frame: FrameText, firstLine: number, lastLine: number) => void): Unwrapper {
	let pending: PendingFrame | undefined;
	let blanks = 0;
	const finish = (text: string, { firstLine, lastLine }: PendingFrame): void => {
		const frame = readNumberedFrame(text);
		if (frame) emit(frame, firstLine, lastLine);
	};
	const end = (): void => {
		if (pending) finish(pending.text, pending);
		pending = undefined;
	};
	const hold = (next: PendingFrame): void => {
		let open = next;
		for (let split = splitAtNext(open.text, open.index); split; split = splitAtNext(open.text, open.index)) {
			finish(split.head, open);
			open = pendingFrame(split.rest, open.index + 1, open.lastLine);
		}
		pending = open;
		blanks = 0;
	};
	return {
		begin: (text, number) => {
			end();
			hold(pendingFrame(text, Number.parseInt(text.slice(1), 10), number));
		},
		takes: (line, number, isHardWrapped) => {
			if (!pending) return false;
			const rest = withoutPager(line);
			if (rest === '') return true;
			if (isBoundary(rest) || !goesOn(pending, rest)) {
				end();
				return false;
			}
			hold(joined(pending, rest, number, isHardWrapped()));
			return true;
		},
		// One blank line may stand between any two lines of a badly pasted text.
		blank: () => {
			if (pending?.needs === 'nothing' || ++blanks > 1) end();
		},
		end,
		isOpen: () => pending !== undefined,
	};
}
