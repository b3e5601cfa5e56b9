import { type FactLookup, type Hints, recordsIn, type RunRequest } from '../domain/index.ts';
import { coreDebuggers, processDebuggers } from './debuggers.ts';
import { binaryOf } from './httpd-command.ts';
import { blocked, type Recipe, requests, run } from './request.ts';

const mostCores = 3;

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

function gdbOnCore(binary: string, core: string): RunRequest {
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
	return recordsIn(facts('cores.files'))
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

function childPids(facts: FactLookup): readonly number[] {
	const pids = facts('httpd.childPids');
	return Array.isArray(pids) ? pids.filter((pid) => typeof pid === 'number') : [];
}

export const liveBacktrace: Recipe = {
	id: 'live-backtrace',
	risk: 'intrusive',
	format: 'backtrace',
	needs: ['httpd'],
	plan: (facts) => {
		const [pid] = childPids(facts);
		if (pid === undefined) return blocked('no-child');
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
	interactive: (facts) => processDebuggers(childPids(facts)),
};
