import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';
import { isListedFile, type ListedFile, listedFiles } from './listed-files.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file looks like a core by its name: the directory may hold other things, and its readers' notes. */
const hasCoreName = ({ path }: ListedFile): boolean =>
	/(?:^|[^a-z])core(?:[^a-z]|$)|coredump|\.(?:crash|dmp|dump)$/i.test(nameOf(path)) &&
	!/\.(?:txt|md|log|conf|sh|py|pl|c|h|html)$/i.test(path);

/** A single file that was asked for is taken for the core that the operator says it is. */
function coresAmong(entries: readonly ListedFile[]): readonly ListedFile[] {
	const files = entries.filter(({ kind }) => kind === 'file');
	return entries.length === 1 ? files : files.filter(hasCoreName);
}

/** Where a listing shows cores it is more likely theirs than one of configured paths. */
function resemblance(text: string): number {
	const lines = firstLinesOf(text);
	const files = listedFiles(lines);
	if (files.length === 0) return 0;
	return shareOf(lines, isListedFile) * (files.some((file) => file.kind === 'file' && hasCoreName(file)) ? 0.95 : 0.5);
}

/** Core files among the contents of the directories that could hold them. */
export const coreListingParser = factParser({
	format: 'core-listing',
	namespace: 'cores',
	facts: {
		files: ['list', 'Core files as {path, bytes, modifiedAt, uid}, the newest first', 'union'],
		count: ['int', 'Number of core files', 'sum'],
		newest: ['string', 'Path of the newest core file that is not empty, else of the newest'],
		newestAt: ['string', 'When that file was last written; in UTC where the listing gives seconds since 1970', 'max'],
		newestBytes: ['int', 'Its size'],
		emptyCores: ['int', 'Core files of no bytes', 'sum'],
		forbidden: ['list', 'Places that may not be looked into: more cores may lie there', 'union'],
	},
	resemblance,
	read: ({ text }) => {
		const entries = listedFiles(linesOf(text));
		if (entries.length === 0 && text.trim() !== '') return { facts: {} };
		const cores = coresAmong(entries).toSorted((a, b) => ((a.modifiedAt ?? '') < (b.modifiedAt ?? '') ? 1 : -1));
		const newest = cores.find((core) => core.bytes > 0) ?? cores[0];
		const newestLines = newest ? newest.lines : [];
		const empty = cores.filter((core) => core.bytes === 0);
		const linesOfEntries = (some: readonly ListedFile[]): readonly number[] => some.flatMap(({ lines }) => lines);
		const forbidden = entries.filter(({ kind }) => kind === 'forbidden');
		return {
			partial: forbidden.length > 0,
			facts: {
				files: reading(
					cores.map(({ path, bytes, modifiedAt, uid }) => ({ path, bytes, modifiedAt, uid })),
					linesOfEntries(cores),
				),
				count: reading(cores.length, linesOfEntries(cores)),
				newest: reading(newest?.path, newestLines),
				newestAt: reading(newest?.modifiedAt ?? undefined, newestLines),
				newestBytes: reading(newest?.bytes, newestLines),
				emptyCores: reading(empty.length, linesOfEntries(empty)),
				forbidden: reading(
					forbidden.map(({ path }) => path),
					linesOfEntries(forbidden),
				),
			},
		};
	},
});
