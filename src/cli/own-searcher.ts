import { basename } from 'node:path';

/** Words that run this program again, to search whole logs in a process of its own. A single file needs no script. */
export function ownSearcher(): readonly string[] {
	const { execPath, argv } = process;
	const [, script] = argv;
	const isRuntime = /^(?:node|bun)/.test(basename(execPath));
	return [execPath, ...(isRuntime && script !== undefined ? [script] : []), 'search-log'];
}
