import type { FactLookup } from '../domain/index.ts';
import { textsOf } from './fact-values.ts';
import { belowServerRoot, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, type Recipe } from './request.ts';

const mostDead = 8;

export const kernelSettings: Recipe = {
	id: 'kernel-settings',
	risk: 'read',
	format: 'kernel-settings',
	needs: [],
	plan: () =>
		requests(
			readFiles([
				'/proc/sys/kernel/core_pattern',
				'/proc/sys/kernel/core_uses_pid',
				'/proc/sys/kernel/core_pipe_limit',
				'/proc/sys/fs/suid_dumpable',
				'/proc/sys/kernel/sem',
			]),
		),
};

export const processLimits: Recipe = {
	id: 'process-limits',
	risk: 'read',
	format: 'process-limits',
	needs: ['httpd', 'log'],
	plan: (facts) => {
		// Where no processes could be listed, as in a bundle, the log names the server.
		const pid = facts('httpd.running') === undefined ? facts('log.parentPid') : facts('httpd.parentPid');
		if (typeof pid !== 'number') return blocked('no-server');
		return requests(readFiles([`/proc/${pid}/limits`]));
	},
};

export const coreHandler: Recipe = {
	id: 'core-handler',
	risk: 'read',
	format: 'core-handler',
	needs: ['kernel'],
	plan: (facts) => {
		const program = textFact(facts, 'kernel.corePipeProgram');
		if (program === undefined || facts('kernel.corePipeHandler') !== 'other') {
			return blocked('no-core-handler');
		}
		return requests(readFiles([program], { maxBytes: 1 << 16 }));
	},
};

/** Where a program that core_pattern starts may put cores: what its script and its arguments name, by the pids of the dead. */
function handedOver(facts: FactLookup): readonly string[] {
	if (facts('kernel.corePipeHandler') !== 'other') return [];
	const [, ...words] = (textFact(facts, 'kernel.corePattern') ?? '').split(/\s+/);
	const named = words.map((word) => word.replace(/^[^/]*=/, '')).filter((word) => /^\/[^%]+$/.test(word));
	const directories = [...new Set([...textsOf(facts('coreHandler.directories')), ...named])];
	const told = facts('log.deadChildPids');
	const pids = Array.isArray(told) ? told.filter((pid) => typeof pid === 'number').slice(-mostDead) : [];
	return directories.flatMap((path) => pids.map((pid) => `${path}/*${pid}*`));
}

/** Directories a core may lie in, the likeliest first. */
function coreDirectories(facts: FactLookup): readonly string[] {
	const names = ['log.coreDirectory', 'conf.coreDumpDirectory', 'kernel.coreDirectory', 'config.serverRoot', 'conf.serverRoot'];
	const told = names.map((name) => textFact(facts, name)).filter((path) => path !== undefined);
	return [...new Set(told.map((path) => belowServerRoot(path, facts)).filter((path) => path !== undefined))];
}

export const coreListing: Recipe = {
	id: 'core-listing',
	risk: 'read',
	format: 'core-listing',
	needs: ['log', 'conf', 'kernel', 'coreHandler', 'config', 'includes'],
	isTold: ({ core }) => core !== null,
	plan: (facts, hints) => {
		if (hints.core !== null) return requests(describeFiles([hints.core]));
		const directories = coreDirectories(facts);
		const handed = handedOver(facts);
		if (directories.length + handed.length === 0) return blocked('no-core-place');
		const named = nameOfPattern(textFact(facts, 'kernel.corePattern'));
		const names = [...new Set(['core*', '*.core', ...(named === undefined ? [] : [named])])];
		return requests(describeFiles([...handed, ...directories.flatMap((path) => names.map((name) => `${path}/${name}`))]));
	},
};

/** What the files of a core_pattern are called: `%e-%p.dump` gives `*-*.dump`. Nothing for what `core*` covers or would be everything. */
function nameOfPattern(pattern: string | undefined): string | undefined {
	if (pattern === undefined || /^[|@:]/.test(pattern)) return undefined;
	const name = (pattern.split('/').at(-1) ?? '').replaceAll(/%./g, '*').replaceAll(/\*+/g, '*');
	if (name.startsWith('core')) return undefined;
	return /\w/.test(name) || name === '*.*' ? name : undefined;
}

export const coreDirectoryStatus: Recipe = {
	id: 'core-directory-status',
	risk: 'read',
	format: 'path-status',
	needs: ['log', 'conf', 'kernel', 'config', 'includes'],
	plan: (facts) => {
		const directories = coreDirectories(facts);
		if (directories.length === 0) return blocked('no-core-directory');
		return requests(describeFiles(directories));
	},
};
