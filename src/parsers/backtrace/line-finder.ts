import type { LongText } from '../../domain/index.ts';

/** The piece that was looked at last: the number of its first line, and where its lines begin. */
interface Place {
	readonly piece: string;
	readonly firstLine: number;
	readonly starts: readonly number[];
}

const nowhere: Place = { piece: '', firstLine: 1, starts: [] };

/** Text of a line, counted from 1, without quotation marks. Lines are best asked for in their order. */
export function lineFinder({ pieces }: LongText): (line: number) => string | undefined {
	let rest = pieces()[Symbol.iterator]();
	let here = nowhere;
	const goTo = (line: number): boolean => {
		if (line < here.firstLine) {
			rest = pieces()[Symbol.iterator]();
			here = nowhere;
		}
		while (line >= here.firstLine + here.starts.length) {
			const next = rest.next();
			if (next.done) return false;
			here = { piece: next.value, firstLine: here.firstLine + here.starts.length, starts: startsOf(next.value) };
		}
		return true;
	};
	return (line) => {
		if (!goTo(line)) return undefined;
		const { piece, firstLine, starts } = here;
		const at = line - firstLine;
		return piece
			.slice(starts[at], (starts[at + 1] ?? piece.length + 1) - 1)
			.replace(/^[\s>|:]+/, '')
			.trimEnd();
	};
}

function startsOf(piece: string): readonly number[] {
	const starts: number[] = [];
	for (let start = 0; start < piece.length;) {
		starts.push(start);
		const end = piece.indexOf('\n', start);
		start = end === -1 ? piece.length : end + 1;
	}
	return starts;
}
