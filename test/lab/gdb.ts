import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Attaches gdb to a process, carries out the commands and lets go. Resolves with gdb's whole output. */
export async function gdbOn(pid: number, commands: readonly string[]): Promise<string> {
	const options = ['-nx', '-batch', '-iex', 'set debuginfod enabled off', '-iex', 'set auto-load off'];
	const steps = commands.flatMap((command) => ['-ex', command]);
	const { stdout, stderr } = await run('gdb', [...options, '-p', String(pid), ...steps], {
		timeout: 60_000,
		killSignal: 'SIGKILL',
	});
	return stdout + stderr;
}
