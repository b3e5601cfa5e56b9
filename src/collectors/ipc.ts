import type { CollectorId } from '../catalogue/index.ts';
import { directoryOf, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, run, type Recipe } from './request.ts';

function ipcs(id: CollectorId, ...options: readonly (readonly string[])[]): Recipe {
	return {
		id,
		risk: 'read',
		format: 'ipcs',
		needs: [],
		plan: () => requests(...options.map((words) => run(['ipcs', ...words], { install: 'ipcs' }))),
	};
}

export const ipcsSemaphores = ipcs('ipcs-semaphores', ['-s'], ['-s', '-t'], ['-s', '-c']);

export const ipcsLimits = ipcs('ipcs-limits', ['-s', '-l']);

export const ipcsUsage = ipcs('ipcs-usage', ['-s', '-u']);

export const sysvipcSem: Recipe = {
	id: 'sysvipc-sem',
	risk: 'read',
	format: 'sysvipc-sem',
	needs: [],
	plan: () => requests(readFiles(['/proc/sysvipc/sem'])),
};

export const mutexDirectoryStatus: Recipe = {
	id: 'mutex-directory-status',
	risk: 'read',
	format: 'path-status',
	needs: ['config', 'log'],
	plan: (facts) => {
		const file = textFact(facts, 'log.mutexFile');
		const directory = textFact(facts, 'config.defaultMutexDirectory');
		const paths = [directory, file === undefined ? undefined : directoryOf(file)].filter((path) => path !== undefined);
		if (paths.length === 0) return blocked('no-mutex-directory');
		return requests(describeFiles(paths));
	},
};
