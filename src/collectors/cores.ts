import type { FactLookup, Hints } from '../domain/index.ts';
import { coreDebuggers, processDebuggers } from './debuggers.ts';
import { recordsOf, textsOf } from './fact-values.ts';
import { belowServerRoot, binaryOf, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, run, type Recipe } from './request.ts';

const mostCores = 3;
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

/** Nothing of the machine or of the core may run code in gdb or ask a question. */
const hardened = [
	'-nx',
	'-nh',
	'-batch',
	'-iex',
	'set auto-load off',
	'-ex',
	'set pagination off',
	'-ex',
	'set width 0',
] as const;

function gdbOnCore(binary: string, core: string) {
	const commands = ['info threads', 'thread apply all bt', 'info sharedlibrary', 'info registers', 'x/8i $pc'];
	return run(['gdb', ...hardened, ...commands.flatMap((command) => ['-ex', command]), binary, core], {
		output: 'both',
		deadlineMs: 120_000,
		maxBytes: 64 << 20,
		install: 'gdb',
	});
}

function coresToRead(facts: FactLookup, hints: Hints): readonly string[] {
	if (hints.core !== null) return [hints.core];
	return recordsOf(facts('cores.files'))
		.filter((file) => Number(file.bytes) > 0)
		.toSorted((a, b) => String(b.modifiedAt).localeCompare(String(a.modifiedAt)))
		.slice(0, mostCores)
		.map((file) => String(file.path));
}

export const backtrace: Recipe = {
	id: 'backtrace',
	risk: 'read',
	format: 'backtrace',
	needs: ['cores', 'httpd', 'paths'],
	isTold: ({ core, httpd }) => core !== null && httpd !== null,
	plan: (facts, hints) => {
		const cores = coresToRead(facts, hints);
		if (cores.length === 0) {
			return blocked('no-core');
		}
		const binary = binaryOf(facts, hints);
		if (binary === undefined) return blocked('unknown-executable');
		return requests(...cores.map((core) => gdbOnCore(binary, core)));
	},
	interactive: (facts, hints) => coreDebuggers(coresToRead(facts, hints), binaryOf(facts, hints)),
};

export const coredumpInfo: Recipe = {
	id: 'coredump-info',
	risk: 'read',
	format: 'backtrace',
	needs: ['kernel', 'httpd', 'paths'],
	plan: (facts, hints) => {
		if (facts('kernel.corePipeHandler') !== 'systemd-coredump') {
			return blocked('no-systemd-coredump');
		}
		const name = binaryOf(facts, hints)?.split('/').at(-1) ?? 'httpd';
		return requests(run(['coredumpctl', 'info', '--no-pager', '-1', name], { deadlineMs: 60_000 }));
	},
};

export const coredumpList: Recipe = {
	id: 'coredump-list',
	risk: 'read',
	format: 'coredump-list',
	needs: ['kernel'],
	plan: (facts) =>
		facts('kernel.corePipeHandler') === 'systemd-coredump'
			? requests(run(['coredumpctl', 'list', '--no-pager']))
			: blocked('no-systemd-coredump'),
};

export const liveBacktrace: Recipe = {
	id: 'live-backtrace',
	risk: 'intrusive',
	format: 'backtrace',
	needs: ['httpd'],
	plan: (facts) => {
		const pids = facts('httpd.childPids');
		const pid = Array.isArray(pids) ? pids[0] : undefined;
		if (typeof pid !== 'number') return blocked('no-child');
		return requests(
			run(['gdb', ...hardened, '-p', String(pid), '-ex', 'thread apply all bt', '-ex', 'detach'], {
				risk: 'intrusive',
				output: 'both',
				deadlineMs: 20_000,
				install: 'gdb',
				holds: pid,
			}),
		);
	},
	interactive: (facts) => {
		const pids = facts('httpd.childPids');
		return processDebuggers(Array.isArray(pids) ? pids.filter((pid) => typeof pid === 'number') : []);
	},
};
