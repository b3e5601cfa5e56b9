import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds flows/, knowledge/ and recordings/: the checkout, or the installed package. */
export function projectFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'flows'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error('The folder "flows" is missing: the installation is incomplete.');
		folder = parent;
	}
	return folder;
}
