import type { Capture, Problem, Request, Target } from '../../src/domain/index.ts';

/** A machine in memory: files by path, and programs by their first words. */
export interface Machine {
	readonly target: Target;
	readonly files: Map<string, string>;
	/** Everything that was asked for above `read`, in order. */
	readonly done: string[];
	/** Called before each request is answered. */
	onRequest: (request: Request) => void;
	/** What a list of processes shows. */
	processes: string;
}

export type Program = (argv: readonly string[]) => { readonly text?: string; readonly fails?: string };

function capture(text: string, problem: Problem | null = null): Capture {
	return { text, spans: [], exitCode: problem ? 1 : 0, durationMs: 1, truncated: false, problem };
}

const failure = (message: string): Problem => ({ kind: 'failed', message, advice: 'Look at it.' });

/** @param programs by the words that a command begins with. */
export function machine(files: Readonly<Record<string, string>>, programs: Readonly<Record<string, Program>> = {}): Machine {
	const disk = new Map(Object.entries(files));
	const done: string[] = [];
	const run = (argv: readonly string[]): Capture => {
		const command = argv.join(' ');
		const name = Object.keys(programs).find((each) => command.startsWith(each));
		if (name === undefined) return capture('', { kind: 'tool-missing', message: `${argv[0]} is not installed`, advice: '' });
		const { text = '', fails } = programs[name]?.(argv) ?? {};
		return capture(text, fails === undefined ? null : failure(fails));
	};
	const answer = (request: Request): Capture => {
		switch (request.kind) {
			case 'run':
				if (request.risk !== 'read') done.push(request.argv.join(' '));
				return run(request.argv);
			case 'write-file':
				done.push(`${request.content === null ? 'rm' : 'write'} ${request.path}`);
				if (request.content === null) disk.delete(request.path);
				else disk.set(request.path, request.content);
				return capture('');
			case 'read-files': {
				const [path = ''] = request.paths;
				const text = disk.get(path);
				if (text === undefined) return capture('', { kind: 'not-found', message: `${path} does not exist`, advice: '' });
				const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
				const lines = whole.split('\n').length - 1;
				return { ...capture(whole), spans: [{ path, firstLine: 1, lines, sourceLine: 1 }] };
			}
			case 'list-files': {
				const [path = ''] = request.paths;
				const text = disk.get(path);
				if (text === undefined) return capture(`-\t-\t-\t-\t-\tmissing\t${path}\n`);
				if (text === 'link') return capture(`0777\t0\t0\t4\t2026-11-21T20:00:00\tlink\t${path}\n`);
				return capture(`0640\t0\t33\t${Buffer.byteLength(text)}\t2026-11-21T20:00:00\tfile\t${path}\n`);
			}
			case 'list-processes':
				return capture(self.processes);
		}
	};
	const self: Machine = {
		files: disk,
		done,
		onRequest: () => {},
		processes: '',
		target: {
			uri: 'local',
			title: 'root@machine',
			isRoot: true,
			perform: async (request, signal) => {
				self.onRequest(request);
				if (signal.aborted) return capture('', { kind: 'stopped', message: 'stopped', advice: '' });
				return answer(request);
			},
		},
	};
	return self;
}
