import { spawn } from 'node:child_process';
import { childEnvironment } from './environment.ts';

/**
 * Reads until whoever started it is gone or says that it is done, however that ended; then, for five seconds, lets the
 * process go on as soon as it stands still and nobody holds it. One that stood still before is none of its business.
 */
const script = `
stands() { grep -q '^State:[[:space:]]*T' "/proc/$1/status" && grep -q '^TracerPid:[[:space:]]*0$' "/proc/$1/status"; }
stands "$1" && exit
read -r _
left=50
while [ "$left" -gt 0 ] && ! stands "$1"; do sleep 0.1; left=$((left - 1)); done
stands "$1" && kill -CONT "$1"
`;

/**
 * Sees to it that a process goes on once a debugger is gone. A debugger that is killed while it attaches leaves the process
 * stopped for good, whatever signal it gets. In a session of its own, so that it outlives this program and its terminal.
 * Answers how to say that the debugger has ended.
 */
export function letGoOf(pid: number): () => void {
	const env = childEnvironment(process.env);
	const guard = spawn('sh', ['-c', script, 'sh', String(pid)], {
		...{ env, cwd: '/', detached: true },
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	// Without a shell the debugger works all the same.
	guard.on('error', () => undefined);
	guard.stdin.on('error', () => undefined);
	guard.unref();
	return () => guard.stdin.destroy();
}
