import type { Line } from './lines.ts';
import type { ListedFile } from './listed-files.ts';

const file = /^\s*File: ['"‘`]?(\/.*?)['"’]?(?: -> .*)?$/;
const size = /^\s*Size: (\d+)\s+Blocks: \d+\s+IO Block: \d+\s+(\S.*)$/;
const access =
	/^\s*Access: \(([0-7]{3,5})\/[-a-zA-Z]{10}[.+@]?\)\s+Uid: \(\s*(\d+)\/\s*(\S+?)\s*\)\s+Gid: \(\s*(\d+)\/\s*(\S+?)\s*\)/;
const modified = /^\s*Modify: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/;
const others = /^\s*(?:Device: \S.*Inode: |Context: |Access: \d{4}-|Change: \d{4}-| ?Birth: )/;

/** Whether a line is one of what stat prints of a file. */
export const isStatLine = (text: string): boolean => [file, size, access, modified, others].some((each) => each.test(text));

function kindOf(words: string): ListedFile['kind'] {
	if (words === 'directory') return 'dir';
	if (words === 'symbolic link') return 'link';
	return words.startsWith('regular') ? 'file' : 'other';
}

const named = (name: string): string | null => (name === 'UNKNOWN' ? null : name);

/** What `stat FILE …` prints: a block of lines for each file. */
export function statBlocks(lines: readonly Line[]): readonly ListedFile[] {
	const starts = lines.flatMap(({ text }, index) => (file.test(text) ? [index] : []));
	return starts.flatMap((start, at): readonly ListedFile[] => {
		const block = lines.slice(start, starts[at + 1]).filter(({ text }) => isStatLine(text));
		const find = (pattern: RegExp) => block.map(({ text }) => pattern.exec(text)).find((match) => match !== null) ?? [];
		const [, path] = find(file);
		const [, bytes, kind = ''] = find(size);
		const [, mode, uid, owner = '', gid, group = ''] = find(access);
		if (path === undefined || bytes === undefined || mode === undefined) return [];
		const [, day, time] = find(modified);
		return [
			{
				path,
				kind: kindOf(kind.trim()),
				mode,
				uid: Number(uid),
				gid: Number(gid),
				owner: named(owner),
				group: named(group),
				bytes: Number(bytes),
				modifiedAt: day === undefined ? null : `${day}T${time}`,
				lines: block.map(({ number }) => number),
			},
		];
	});
}
