import type { FactLookup, Request } from '../domain/index.ts';
import { belowServerRoot, directoryOf, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, type Recipe, requests } from './request.ts';

/** A file of mod_jk. */
interface Place {
	/** Fact with the operand of the directive that names it. */
	readonly directive: string;
	/** Where it lies without the directive; null where mod_jk then has none. */
	readonly usual: string | null;
}

function pathOf({ directive, usual }: Place, facts: FactLookup): string | undefined {
	const told = textFact(facts, directive) ?? (facts('conf.hasJk') === true ? usual : null);
	return told === null ? undefined : belowServerRoot(told, facts);
}

function recipe(id: Recipe['id'], format: string, place: Place, ask: (path: string) => Request): Recipe {
	return {
		...{ id, risk: 'read', format, needs: ['conf', 'config', 'build', 'includes'] },
		plan: (facts) => {
			const path = pathOf(place, facts);
			return path === undefined ? blocked('no-mod-jk') : requests(ask(path));
		},
	};
}

export const workersProperties = recipe(
	'workers-properties',
	'workers-properties',
	{ directive: 'conf.jkWorkersFile', usual: null },
	(path) => readFiles([path]),
);

export const jkShmStatus = recipe(
	'jk-shm-status',
	'path-status',
	{ directive: 'conf.jkShmFile', usual: 'logs/jk-runtime-status' },
	(path) => describeFiles([directoryOf(path), `${path}*`]),
);

export const modJkLog = recipe('mod-jk-log', 'mod-jk-log', { directive: 'conf.jkLogFile', usual: 'logs/mod_jk.log' }, (path) =>
	readFiles([path], { from: 'end', maxBytes: 4 << 20 }),
);
