import { execa } from 'execa';
import type { Capture, Problem, RunRequest } from '../domain/index.ts';
import { describeRequest } from '../domain/index.ts';
import { deadlineProblem, stoppedProblem } from './deadline.ts';
import { childEnvironment } from './environment.ts';
import { letGoOf } from './let-go.ts';
import { createOutput, type Output } from './output.ts';
import { emptyCapture } from './problems.ts';
import { signalGroup } from './process-group.ts';
import { endProblem, overflowProblem, startProblem } from './process-problems.ts';

/**
 * Whatever gdb is told that it can hear, it may hand on to the process that it is attaching to, as a SIGINT of which that
 * may die. Killed, it leaves that process standing still at most, which `letGoOf` mends.
 */
function firstSignal({ holds }: RunRequest): 'SIGTERM' | 'SIGKILL' {
	return holds === undefined ? 'SIGTERM' : 'SIGKILL';
}

/** From there to SIGKILL. */
const graceMs = { read: 500, intrusive: 3000, mutating: 3000 } as const;
/** How long something that cannot be killed (uninterruptible sleep, its own session) may still hold the output. */
const unkillableMs = 1000;
/** How long a service that was started on purpose may hold the output of the program that started it. */
const daemonMs = 1000;

/**
 * Runs one program in a process group of its own, without a shell and without input. Ends the whole group at the
 * deadline or when stopped, whoever holds the output. Never rejects. After `read` and `intrusive` requests nothing of
 * the group stays; what a `mutating` request has started stays when the program itself has ended in time.
 * @param leash words that run the program named after them in their own place.
 */
export async function runProcess(request: RunRequest, signal: AbortSignal, leash: readonly string[] = []): Promise<Capture> {
	const work = { doing: 'run', what: [describeRequest(request)] } as const;
	if (signal.aborted) return emptyCapture(stoppedProblem(work));
	const started = performance.now();
	const environment = childEnvironment(process.env, request.env);
	const wanted = createOutput(request.maxBytes);
	const complaint = createOutput(2048);
	const [file = request.argv[0], ...rest] = [...leash, ...request.argv];
	const release = request.holds === undefined ? null : letGoOf(request.holds);
	const child = execa(file, rest, {
		env: environment,
		extendEnv: false,
		cwd: '/',
		stdin: 'ignore',
		buffer: false,
		reject: false,
		killDescendants: true,
		forceKillAfterDelay: false,
	});
	child.stdout.on('data', (chunk: Buffer) => (request.output === 'stderr' ? undefined : wanted.add('stdout', chunk)));
	child.stderr.on('data', (chunk: Buffer) => {
		complaint.add('stderr', chunk);
		if (request.output !== 'stdout') wanted.add('stderr', chunk);
	});
	const abandoned = Promise.withResolvers<null>();
	const guard = superviseGroup(child, request, signal, () => abandoned.resolve(null));
	const result = await Promise.race([child, abandoned.promise]);
	guard.finish();
	release?.();
	const interruption = guard.interruption();
	const problem = (): Problem | null => {
		if (interruption === 'stopped') return stoppedProblem(work);
		if (interruption === 'deadline') return deadlineProblem(work, request.deadlineMs);
		if (result?.code !== undefined && result.exitCode === undefined && result.signal === undefined) {
			return startProblem(request, result.code, result.originalMessage ?? result.code, environment.PATH ?? '');
		}
		return endProblem(request, guard.exit(), firstLines(complaint)) ?? (wanted.overflown() ? overflowProblem(request) : null);
	};
	return {
		text: wanted.text(interruption !== null),
		spans: [],
		exitCode: interruption === null ? guard.exit().code : null,
		durationMs: Math.round(performance.now() - started),
		truncated: interruption !== null || wanted.overflown(),
		problem: problem(),
	};
}

type Child = Pick<ReturnType<typeof execa>, 'pid' | 'nodeChildProcess'>;

function superviseGroup(child: Child, request: RunRequest, signal: AbortSignal, abandon: () => void) {
	const { pid, nodeChildProcess } = child;
	const timers: NodeJS.Timeout[] = [];
	let ended: { code: number | null; signal: string | null } | null = null;
	let interruption: 'stopped' | 'deadline' | null = null;
	const later = (milliseconds: number, action: () => void) => timers.push(setTimeout(action, milliseconds));
	const kill = (name: 'SIGTERM' | 'SIGKILL') => pid !== undefined && signalGroup(pid, name, ended !== null);
	const interrupt = (why: 'stopped' | 'deadline') => {
		if (interruption !== null) return;
		interruption = why;
		if (!kill(firstSignal(request))) return abandon();
		later(graceMs[request.risk], () => {
			kill('SIGKILL');
			later(unkillableMs, abandon);
		});
	};
	const stop = () => interrupt('stopped');
	nodeChildProcess.once('exit', (code, name) => {
		ended = { code, signal: name };
		if (request.risk === 'mutating' && interruption === null) later(daemonMs, abandon);
	});
	later(request.deadlineMs, () => interrupt('deadline'));
	signal.addEventListener('abort', stop);
	return {
		interruption: () => interruption,
		exit: () => ended ?? { code: null, signal: null },
		finish: () => {
			for (const timer of timers) clearTimeout(timer);
			signal.removeEventListener('abort', stop);
			if (interruption !== null || request.risk !== 'mutating') kill('SIGKILL');
			nodeChildProcess.stdout?.destroy();
			nodeChildProcess.stderr?.destroy();
			nodeChildProcess.unref();
		},
	};
}

function firstLines(complaint: Output): string {
	return complaint.text(false).split('\n').slice(0, 3).join('\n').trim();
}
