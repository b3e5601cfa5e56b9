import { assembler } from './assemble.ts';
import { readHeader } from './headers.ts';
import { isWorthReading, withoutPager } from './interest.ts';
import { eachLine, mayBeFolded, unfolded } from './quoting.ts';
import { readGdbFrame } from './shapes/gdb.ts';
import { beginsNumbered } from './shapes/numbered.ts';
import { readValgrindFrame } from './shapes/valgrind.ts';
import { readSignalLine, type SignalLine } from './signal-lines.ts';
import { detached } from './detached.ts';
import type { Stack } from './types.ts';
import { isStopFrame, readUnnumberedFrame } from './unnumbered.ts';
import { unwrapper } from './unwrap.ts';
import { afterValgrindPrefix, readValgrindHeader } from './valgrind-lines.ts';

/** A line that is no frame and no local variable. */
export interface Remark {
	readonly text: string;
	readonly line: number;
}

export interface Reading {
	readonly stacks: readonly Stack[];
	/** Thread that a report names as the crashed one; null where none does. */
	readonly crashedThread: string | null;
	readonly signals: readonly (SignalLine & { readonly line: number })[];
	readonly remarks: readonly Remark[];
}

const mostRemarks = 50_000;
const terminalWidths: ReadonlySet<number> = new Set([80, 100, 120, 132]);
/** Lines after the debugger's banner within which it prints where it stopped. */
const farthestStopFrame = 8;

/** Reads all stacks of a text, line by line; it is given in pieces of whole lines. */
export function readStacks(pieces: Iterable<string>): Reading {
	let text = '';
	const remarks: Remark[] = [];
	const signals: (SignalLine & { line: number })[] = [];
	const stacks = assembler();
	const numbered = unwrapper((frame, firstLine, lastLine) => stacks.frame(frame, firstLine, lastLine));
	let stopLine = Number.NEGATIVE_INFINITY;
	/** Within the `StacktraceTop:` of a Debian or Ubuntu crash report, whose frames have neither number nor address. */
	let inTop = false;

	const isNearStop = (number: number): boolean => stacks.isStopped() && number - stopLine <= farthestStopFrame;
	const note = (line: string, number: number): void => {
		if (remarks.length < mostRemarks) remarks.push({ text: line, line: number });
		const signal = readSignalLine(line);
		if (!signal) return;
		signals.push({ ...signal, line: number });
		if (!signal.isBanner) return;
		stacks.stopped();
		stopLine = number;
	};
	const visitValgrind = (line: string, number: number): void => {
		const found = readValgrindFrame(line);
		if (found) {
			stacks.frame(found.frame, number, number, found.begins);
			return;
		}
		const header = readValgrindHeader(line) ?? readHeader(line);
		if (header?.kind === 'section') stacks.role(header.role);
		else if (header) stacks.header(header, number);
		note(line, number);
	};
	const visit = (part: string, number: number): void => {
		if (beginsNumbered(part, 0)) {
			numbered.begin(part, number);
			return;
		}
		if (isNearStop(number) && isStopFrame(part)) {
			numbered.begin(`#0 ${part}`, number);
			return;
		}
		const line = detached(part);
		const checked = afterValgrindPrefix(line);
		if (checked !== undefined) {
			visitValgrind(checked, number);
			return;
		}
		const frame = readUnnumberedFrame(line);
		if (frame) {
			stacks.frame(frame, number, number);
			return;
		}
		const header = readHeader(line);
		if (header) stacks.header(header, number);
		note(line, number);
		if (header?.kind === 'prompt' && header.rest !== '') visit(header.rest, number);
	};
	let lengthBefore = 0;
	/** A terminal breaks at its width, in the middle of a word; a program or a person at a blank. */
	const isHardWrapped = (start: number): boolean => {
		const isIndented = text.charCodeAt(start - 1) === 0x20 && text.charCodeAt(start - 2) !== 0x3e;
		return terminalWidths.has(lengthBefore) && !isIndented;
	};
	const visitPlace = (start: number, end: number, number: number): void => {
		if (start === end) {
			inTop = false;
			numbered.blank();
			return;
		}
		const isNumbered = beginsNumbered(text, start);
		if (!isNumbered && numbered.isOpen() && numbered.takes(text.slice(start, end), number, () => isHardWrapped(start))) return;
		if (inTop) {
			const frame = readGdbFrame(text.slice(start, end));
			inTop = frame !== undefined;
			if (frame) {
				stacks.frame(frame, number, number);
				return;
			}
		}
		if (text.startsWith('StacktraceTop:', start)) inTop = true;
		if (isNumbered || isNearStop(number) || isWorthReading(text, start, end)) visit(withoutPager(text.slice(start, end)), number);
	};

	let next = 1;
	for (const piece of pieces) {
		text = piece;
		const isFolded = mayBeFolded(text);
		next = eachLine(
			text,
			(start, end, number) => {
				const parts = isFolded ? unfolded(text, start, end) : undefined;
				if (!parts) {
					visitPlace(start, end, number);
					lengthBefore = end - start;
					return;
				}
				for (const part of parts) {
					numbered.end();
					visit(part.trim(), number);
				}
				numbered.end();
			},
			next,
		);
	}
	numbered.end();
	return { ...stacks.done(), signals, remarks };
}
