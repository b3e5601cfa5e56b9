import type { Line } from './lines.ts';
import type { SourceFile } from './source-files.ts';

/** One assignment of a systemd configuration file. */
export interface Assignment {
	readonly section: string | null;
	readonly key: string;
	readonly value: string;
	readonly file: string;
	/** All lines of it: that of its section, and more than one where a backslash continues it. */
	readonly lines: readonly number[];
}

/** Assignments of one file in order. Comments and lines of no use are left out. */
export function assignmentsOf(file: SourceFile): readonly Assignment[] {
	const assignments: Assignment[] = [];
	let section: string | null = null;
	let opening: readonly number[] = [];
	let begun: Line[] = [];
	for (const line of file.lines) {
		const text = line.text.trim();
		if (/^[#;]/.test(text)) continue;
		begun.push(line);
		if (text.endsWith('\\')) continue;
		const whole = begun.map((each) => each.text.trim().replace(/\\$/, ' ')).join('');
		const lines = begun.map((each) => each.number);
		begun = [];
		const opened = /^\[([^\]]+)\]$/.exec(whole)?.[1];
		if (opened !== undefined) {
			section = opened;
			opening = lines;
		}
		const [, key, value] = /^([A-Za-z]\w*)\s*=\s*(.*)$/.exec(whole) ?? [];
		if (key !== undefined)
			assignments.push({ section, key, value: (value ?? '').trim(), file: file.path, lines: [...opening, ...lines] });
	}
	return assignments;
}

const directories = ['/etc/', '/run/', '/usr/local/lib/', '/usr/lib/', '/lib/'];

const rankOf = (path: string): number => directories.findIndex((directory) => path.startsWith(directory));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Of files that stand for each other, the one whose directory systemd prefers; unknown directories come last. */
function preferred(files: readonly SourceFile[]): SourceFile | undefined {
	return files.toSorted((a, b) => (rankOf(a.path) + 1 || 9) - (rankOf(b.path) + 1 || 9))[0];
}

/**
 * Files in the order in which systemd reads them: the main file, then the drop-ins sorted by file name over all
 * directories. A drop-in or main file replaces those of the same name in less preferred directories.
 */
export function systemdOrder(files: readonly SourceFile[]): readonly SourceFile[] {
	const isDropIn = (file: SourceFile): boolean => /\.d\/[^/]+\.conf$/.test(file.path);
	const main = preferred(files.filter((file) => !isDropIn(file)));
	const dropIns = files.filter(isDropIn);
	const names = [...new Set(dropIns.map((file) => nameOf(file.path)))].sort();
	const chosen = names.map((name) => preferred(dropIns.filter((file) => nameOf(file.path) === name)));
	return [main, ...chosen].filter((file) => file !== undefined);
}
