import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths below `root`, in a lasting order. */
export function filesBelow(root: string, folder = ''): readonly string[] {
	return readdirSync(join(root, folder), { withFileTypes: true })
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			return entry.isDirectory() ? filesBelow(root, path) : [path];
		});
}

/** Gives all below `root` the modes that a package has, whatever the umask of whoever builds it is. */
export function setModes(root: string, executables: readonly string[]): void {
	chmodSync(root, 0o755);
	for (const { name, parentPath } of readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) =>
		each.isDirectory(),
	))
		chmodSync(join(parentPath, name), 0o755);
	for (const path of filesBelow(root)) chmodSync(join(root, path), executables.includes(path) ? 0o755 : 0o644);
}
