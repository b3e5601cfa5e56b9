import { constants, setPriority } from 'node:os';
import { LogSearch, reportSearch } from '../../parsers/error-log/whole/index.ts';
import { filesOf, searchFiles, type SearchWord } from '../../targets/index.ts';

export interface SearchLogOptions {
	readonly target?: string;
}

const tellEveryMs = 200;

/** Searches a log and its rotated parts, and tells on standard output how far it is and then what it found. */
export async function searchLog(file: string, { target = 'local' }: SearchLogOptions): Promise<void> {
	endWithParent();
	stepBack();
	const files = await filesOf(target);
	if (files === null) throw new Error(`${target} has no files`);
	const search = new LogSearch();
	let told = 0;
	const { parts, problems } = await searchFiles(files, file, search, (read, size) => {
		const now = performance.now();
		if (now - told < tellEveryMs && read < size) return;
		told = now;
		void tell({ progress: { read, size, found: search.found } });
	});
	await tell({ result: { ...reportSearch(search, parts), problems } });
	process.exit();
}

/** Resolves once it is written. */
function tell(word: SearchWord): Promise<void> {
	return new Promise((resolve) => process.stdout.write(`${JSON.stringify(word)}\n`, () => resolve()));
}

/** Whoever waits for the answer holds standard input open. */
function endWithParent(): void {
	process.stdin.on('error', () => process.exit(0));
	process.stdin.on('end', () => process.exit(0)).resume();
}

/** The server comes first. */
function stepBack(): void {
	try {
		setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// Not everywhere may a process do so; the search works all the same.
	}
}
