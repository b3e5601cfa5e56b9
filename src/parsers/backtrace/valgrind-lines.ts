import type { Header } from './headers.ts';
import type { StackRole } from './types.ts';

const prefix = /^(?:==|--|\*\*)\d+(?:==|--|\*\*)\s*/;
const threadHeader = /^Thread (\d+)(?: [\w.-]+)?:$/;

/** Titles of valgrind's reports and of the parts of one, with what the stack after them is. */
const titles: readonly (readonly [shape: RegExp, role: StackRole])[] = [
	[/^Process terminating with /, 'fatal'],
	[/^Jump to the invalid address /, 'fatal'],
	[/^Invalid (?:read|write|free)/, 'plain'],
	[/^Mismatched free/, 'noise'],
	[/uninitialised|^Syscall param |^Source and destination overlap/, 'noise'],
	[/^Address 0x.* is |^Block was alloc'd|was created by|bytes in .* blocks? (?:is|are) |^This conflicts with/, 'side'],
];

/** The line without valgrind's `==pid==`; undefined for a line that is not valgrind's. */
export function afterValgrindPrefix(line: string): string | undefined {
	if (!line.startsWith('==') && !line.startsWith('--') && !line.startsWith('**')) return undefined;
	const found = prefix.exec(line);
	return found ? line.slice(found[0].length) : undefined;
}

/** What a line of valgrind, without its prefix, says about the stack after it. */
export function readValgrindHeader(line: string): Header | undefined {
	const named = threadHeader.exec(line);
	if (named) return { kind: 'thread', thread: named[1] ?? '', aliases: [], role: 'plain', selects: false };
	if (line.startsWith('Uninitialised value was')) return { kind: 'section', role: 'side' };
	const title = titles.find(([shape]) => shape.test(line));
	return title && { kind: 'section', role: title[1] };
}
