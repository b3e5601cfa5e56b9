import type { Collector } from '../domain/index.ts';
import { directoryOf, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, run } from './request.ts';

const install = 'ipcs is part of util-linux; /proc/sysvipc/sem tells the same.';

function ipcs(id: string, title: string, why: string, ...options: readonly (readonly string[])[]): Collector {
	return {
		...{ id, title, why },
		risk: 'read',
		format: 'ipcs',
		needs: [],
		plan: () => requests(...options.map((words) => run(['ipcs', ...words], { install }))),
	};
}

export const ipcsSemaphores = ipcs(
	'ipcs-semaphores',
	'Semaphore sets',
	'Shows the sets that exist now and whose they are; those of a running httpd must be among them.',
	['-s'],
	['-s', '-t'],
	['-s', '-c'],
);

export const ipcsLimits = ipcs('ipcs-limits', 'Semaphore limits', 'When the limits are used up, no mutex can be created.', [
	'-s',
	'-l',
]);

export const ipcsUsage = ipcs('ipcs-usage', 'Semaphores in use', 'To be held against the limits.', ['-s', '-u']);

export const sysvipcSem: Collector = {
	id: 'sysvipc-sem',
	title: 'Semaphore sets as the kernel lists them',
	why: 'Gives numeric owners and the times of creation, which tell orphans from sets in use.',
	risk: 'read',
	format: 'sysvipc-sem',
	needs: [],
	plan: () => requests(readFiles(['/proc/sysvipc/sem'])),
};

export const mutexDirectoryStatus: Collector = {
	id: 'mutex-directory-status',
	title: 'Directory of the mutex files',
	why: 'A file mutex needs a directory that exists and that the server may write.',
	risk: 'read',
	format: 'path-status',
	needs: ['config', 'log'],
	plan: (facts) => {
		const file = textFact(facts, 'log.mutexFile');
		const directory = textFact(facts, 'config.defaultMutexDirectory');
		const paths = [directory, file === undefined ? undefined : directoryOf(file)].filter((path) => path !== undefined);
		if (paths.length === 0) return blocked('No directory for mutex files is configured.', 'Nothing to do.');
		return requests(describeFiles(paths));
	},
};
