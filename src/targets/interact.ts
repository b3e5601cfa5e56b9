import { existsSync, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { execa } from 'execa';
import { problemOf } from '../catalogue/index.ts';
import { describeArgv, type InteractiveEnd, type InteractiveRequest, type Problem } from '../domain/index.ts';
import { stoppedProblem } from './deadline.ts';
import { childEnvironment, placesOf } from './environment.ts';
import { letGoOf } from './let-go.ts';

/** From SIGTERM to SIGKILL: gdb needs a moment to let go of the process it has attached to. */
const graceMs = 3000;
const guardian = '/usr/bin/setpriv';

/**
 * Gives the terminal to one program until it ends. It stays in the process group of this program, which the terminal
 * belongs to, so that Ctrl-C reaches it; here Ctrl-C means nothing meanwhile. Where setpriv is there, the program ends
 * when this one is killed: a forgotten debugger would hold a server still. Never rejects.
 */
export async function interact(request: InteractiveRequest, signal: AbortSignal): Promise<InteractiveEnd> {
	const work = { doing: 'run', what: [describeArgv(request.argv)] } as const;
	const ended = (problem: Problem | null, exitCode: number | null = null): InteractiveEnd => ({ exitCode, problem });
	if (signal.aborted) return ended(stoppedProblem(work));
	const environment = childEnvironment(process.env, { TERM: process.env.TERM ?? 'dumb' });
	const [tool] = request.argv;
	if (!placesOf(tool, environment.PATH ?? '').some((place) => existsSync(place))) {
		return ended(problemOf('tool-missing', 'toolMissing', { tool, install: request.install }));
	}
	const keyboard = openKeyboard();
	if (keyboard === null) return ended(problemOf('failed', 'noTerminal'));
	const ignore = (): void => undefined;
	for (const name of interrupts) process.on(name, ignore);
	const release = request.holds === undefined ? ignore : letGoOf(request.holds);
	try {
		const [file, ...rest] = existsSync(guardian) ? [guardian, '--pdeathsig', 'TERM', ...request.argv] : request.argv;
		const result = await execa(file ?? tool, rest, {
			...{ env: environment, extendEnv: false, cwd: '/', reject: false, buffer: false },
			...{ stdin: keyboard, stdout: 'inherit', stderr: 'inherit' },
			...{ cancelSignal: signal, forceKillAfterDelay: graceMs },
		});
		if (signal.aborted) return ended(stoppedProblem(work));
		if (result.exitCode !== undefined) return ended(null, result.exitCode);
		const { signal: killer, originalMessage: reason = null } = result;
		if (killer !== undefined) return ended(problemOf('failed', 'debuggerKilled', { tool, signal: killer }));
		return ended(problemOf('failed', 'debuggerFailed', { tool, reason }));
	} finally {
		release();
		for (const name of interrupts) process.off(name, ignore);
		if (keyboard !== 'inherit') keyboard.destroy();
	}
}

/** Standard input, or the terminal itself where standard input is a pipe; null where there is none. */
function openKeyboard(): 'inherit' | ReadStream | null {
	if (process.stdin.isTTY) return 'inherit';
	try {
		return new ReadStream(openSync('/dev/tty', 'r+'));
	} catch {
		return null;
	}
}

const interrupts = ['SIGINT', 'SIGQUIT'] as const;
