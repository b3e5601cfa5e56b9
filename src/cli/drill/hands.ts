import { type Capture, describeRequest, type EventBody, type Request, type RunRequest, type Target } from '../../domain/index.ts';
import { messageOf } from '../message-of.ts';
import { say } from '../output.ts';

const second = 1000;
const shownOutput = 2000;

/** Records an event, safe on disk when resolved. */
export type Recorder = (body: EventBody) => Promise<void>;

/** Runs the commands of a drill: each is shown and recorded before it runs. */
export class Hands {
	readonly #target: Target;
	readonly #record: Recorder;
	readonly #signal: AbortSignal;

	constructor(target: Target, record: Recorder, signal: AbortSignal) {
		this.#target = target;
		this.#record = record;
		this.#signal = signal;
	}

	/** The operator wants it to end. */
	get isStopped(): boolean {
		return this.#signal.aborted;
	}

	/** A command that changes something. */
	async change(request: Request, signal: AbortSignal = this.#signal): Promise<Capture> {
		const command = describeRequest(request);
		say(`  $ ${command}`);
		await this.#record({ type: 'drill-command-started', command });
		const capture = await this.#target.perform(request, signal);
		const { problem, text } = capture;
		const output = [problem && messageOf(problem), text.trim().slice(0, shownOutput)].filter(Boolean).join('\n');
		await this.#record({ type: 'drill-command-finished', command, succeeded: problem === null, output });
		return capture;
	}

	run(...argv: RunRequest['argv']): Promise<Capture> {
		return this.change(commandOf(argv, 'mutating'));
	}

	/** What would leave things behind when it was cut short; only its deadline ends it early. */
	runToItsEnd(...argv: RunRequest['argv']): Promise<Capture> {
		return this.change(commandOf(argv, 'mutating'), new AbortController().signal);
	}

	write(path: string, content: string): Promise<Capture> {
		return this.change({ kind: 'write-file', path, content, mode: 0o644, ...limits('mutating') });
	}

	/** Something that is done from here and not by a command of the target. */
	async act(description: string, work: () => Promise<string>): Promise<void> {
		say(`  ${description}`);
		await this.#record({ type: 'drill-command-started', command: description });
		const output = await work();
		await this.#record({ type: 'drill-command-finished', command: description, succeeded: true, output });
	}

	/** A command that only reads; not recorded, because it is asked again and again. */
	look(...argv: RunRequest['argv']): Promise<Capture> {
		return this.read(commandOf(argv, 'read'));
	}

	read(request: Request): Promise<Capture> {
		return this.#target.perform(request, this.#signal);
	}
}

export function limits<Risk extends 'read' | 'mutating'>(risk: Risk) {
	return { risk, deadlineMs: 20 * second, maxBytes: 1 << 20 } as const;
}

function commandOf(argv: RunRequest['argv'], risk: 'read' | 'mutating'): RunRequest {
	return { kind: 'run', argv, output: 'both', expectedExitCodes: [0], ...limits(risk) };
}
