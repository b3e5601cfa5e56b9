import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';
import { isListedFile, type ListedFile, listedFiles } from './listed-files.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file looks like a core by its name: the directory may hold other things, and its readers' notes. */
const isCore = ({ kind, path }: ListedFile): boolean =>
	kind === 'file' &&
	/(?:^|[^a-z])core(?:[^a-z]|$)|coredump|\.(?:crash|dmp|dump)$/i.test(nameOf(path)) &&
	!/\.(?:txt|md|log|conf|sh|py|pl|c|h|html|gz\.sig)$/i.test(path);

/** Where a listing shows cores it is more likely theirs than one of configured paths. */
function resemblance(text: string): number {
	const lines = firstLinesOf(text);
	const files = listedFiles(lines);
	if (files.length === 0) return 0;
	return shareOf(lines, isListedFile) * (files.some(isCore) ? 0.95 : 0.5);
}

/** Core files among the contents of the directories that could hold them. */
export const coreListingParser = factParser({
	format: 'core-listing',
	title: 'Core files found',
	namespace: 'cores',
	facts: {
		files: ['list', 'Core files as {path, bytes, modifiedAt, uid}, the newest first', 'union'],
		count: ['int', 'Number of core files', 'sum'],
		newest: ['string', 'Path of the newest core file that is not empty, else of the newest'],
		newestAt: ['string', 'When that file was last written', 'max'],
		newestBytes: ['int', 'Its size'],
		emptyCores: ['int', 'Core files of no bytes', 'sum'],
		missingDirectories: ['list', 'Directories that do not exist', 'union'],
		forbiddenDirectories: ['list', 'Directories that may not be read', 'union'],
	},
	resemblance,
	read: ({ text }) => {
		const entries = listedFiles(linesOf(text));
		if (entries.length === 0 && text.trim() !== '') return { facts: {} };
		const cores = entries.filter(isCore).sort((a, b) => ((a.modifiedAt ?? '') < (b.modifiedAt ?? '') ? 1 : -1));
		const newest = cores.find((core) => core.bytes > 0) ?? cores[0];
		const newestLines = newest ? [newest.line] : [];
		const empty = cores.filter((core) => core.bytes === 0);
		const linesOfEntries = (some: readonly ListedFile[]): readonly number[] => some.map(({ line }) => line);
		const paths = (kind: ListedFile['kind']) => {
			const some = entries.filter((entry) => entry.kind === kind);
			return reading(
				some.map(({ path }) => path),
				linesOfEntries(some),
			);
		};
		return {
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
				missingDirectories: paths('missing'),
				forbiddenDirectories: paths('forbidden'),
			},
		};
	},
});
