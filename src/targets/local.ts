import type { Target } from '../domain/index.ts';
import { diskTree } from './disk-tree.ts';
import { interact } from './interact.ts';
import { createLeash } from './leash.ts';
import { listFiles } from './list-files.ts';
import { listProcesses } from './list-processes.ts';
import { runProcess } from './process.ts';
import { localIdentity } from './identity.ts';
import { readFiles } from './read-files.ts';
import { writeFile } from './write-file.ts';

/** The machine that httpd-medic runs on, with the rights of the operator. */
export function localTarget(): Target {
	const tree = diskTree();
	const leash = createLeash();
	return {
		...localIdentity(),
		interact,
		perform: async (request, signal) => {
			switch (request.kind) {
				case 'run':
					return runProcess(request, signal, await leash(request));
				case 'read-files':
					return readFiles(tree, request, signal);
				case 'list-files':
					return listFiles(request, signal);
				case 'list-processes':
					return listProcesses(request, signal);
				case 'write-file':
					return writeFile(request, signal);
			}
		},
	};
}
