import type { ToolId } from '../catalogue/index.ts';
import type { InteractiveRequest } from '../domain/index.ts';

/** Nothing of the machine, the account or the core may run code in gdb; the terminal scrolls, so no page stops it. */
const hardened = ['-nx', '-nh', '-q', '-iex', 'set auto-load off', '-iex', 'set pagination off'] as const;
const mostProcesses = 3;
const install: ToolId = 'gdb';

/** A gdb to talk to for each core. */
export function coreDebuggers(cores: readonly string[], binary: string | undefined): readonly InteractiveRequest[] {
	if (binary === undefined) return [];
	return cores.map((core) => ({
		...{ id: `core:${core}`, subject: { kind: 'core', name: core }, risk: 'read', install },
		argv: ['gdb', ...hardened, binary, core],
	}));
}

/** A gdb to talk to for some of the processes, which stand still as long as it is attached. */
export function processDebuggers(pids: readonly number[]): readonly InteractiveRequest[] {
	return pids.slice(0, mostProcesses).map((pid) => ({
		...{ id: `process:${pid}`, subject: { kind: 'process', name: String(pid) }, risk: 'intrusive', install },
		holds: pid,
		argv: ['gdb', ...hardened, '-p', String(pid)],
	}));
}
