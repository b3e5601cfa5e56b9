/** What an export hides, or would let out. */
export const hidden = {
	place: (file: string, lines: readonly number[], places: number) => {
		const where = lines.length === 0 ? '' : `, line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`;
		return `${file}${where}${places > lines.length ? ` (${places} in all)` : ''}`;
	},
	moreFiles: (files: number) => `and ${files} more files; --preview lists them`,
};

export const leaks = {
	theFile: 'the file',
	line: (line: number, what: string) => `line ${line}: ${what}`,
	more: (leaks: number) => `and ${leaks} more`,
	refused: (file: string) => `Nothing was written, for ${file} would still hold what may be a secret:`,
	advice: 'Hide it with --hide TEXT, or leave its part out with --only. If none of these is a secret: --keep unknown-secret',
};
