import { errorCode } from '../domain/index.ts';
import type { EntryKind, FileTree, OpenFile } from './file-tree.ts';

/** Links that distributions ship. Files that are copied one by one lose them. */
const links: readonly (readonly [link: string, target: string])[] = [
	['/etc/httpd/logs', '/var/log/httpd'],
	['/etc/httpd/run', '/run/httpd'],
	['/var/run', '/run'],
	['/var/lock', '/run/lock'],
	['/lib', '/usr/lib'],
	['/var/lib/tomcat/conf', '/etc/tomcat'],
	['/var/lib/tomcat8/conf', '/etc/tomcat8'],
	['/var/lib/tomcat9/conf', '/etc/tomcat9'],
	['/var/lib/tomcat10/conf', '/etc/tomcat10'],
	['/usr/share/tomcat/conf', '/etc/tomcat'],
];

const pairs = [...links, ...links.map(([link, target]) => [target, link] as const)];

/** Other names that the path has on a machine with the usual links. */
function otherNames(path: string): readonly string[] {
	return pairs.flatMap(([from, to]) => (path === from || path.startsWith(`${from}/`) ? [to + path.slice(from.length)] : []));
}

/** The tree, where a path that is not there is looked for behind the usual links. */
export function withUsualLinks(tree: FileTree): FileTree {
	const attempt = async <Value>(path: string, act: (path: string) => Promise<Value>): Promise<Value> => {
		try {
			return await act(path);
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
			for (const other of otherNames(path)) {
				const found = await act(other).catch(() => undefined);
				if (found !== undefined) return found;
			}
			throw error;
		}
	};
	return {
		kind: (path): Promise<EntryKind> => attempt(path, tree.kind),
		names: (directory): Promise<readonly string[]> => attempt(directory, tree.names),
		modifiedAt: (path): Promise<number> => attempt(path, tree.modifiedAt),
		open: (path): Promise<OpenFile> => attempt(path, tree.open),
	};
}
