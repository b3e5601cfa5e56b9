import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCode } from '../headless/exit-code.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';

/**
 * The folder that holds flows/, knowledge/, recordings/ and dist/: the checkout, the installed package, or what a single file
 * carries inside, which reads like a folder.
 */
export function projectFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'flows'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Failure(language.cli.told.incomplete('flows'), exitCode.bug);
		folder = parent;
	}
	return folder;
}

/** A file that the build has written; null where the program runs from its sources, which may be newer than any build. */
export async function builtText(name: string): Promise<string | null> {
	if (import.meta.url.endsWith('.ts')) return null;
	return readFile(join(projectFolder(), 'dist', name), 'utf8');
}
