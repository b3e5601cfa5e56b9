import { type SessionMessages, tellProblem } from '../catalogue/index.ts';
import {
	type Capture,
	describeRequest,
	type EventBody,
	type FileState,
	type Request,
	type WriteFileRequest,
} from '../domain/index.ts';
import { describeRestore, describeStep, type PlannedStep, type RemedyProgress } from '../session/index.ts';
import type { EffectContext, EffectOf } from './effects.ts';
import { isSameFile, lookAtFile } from './look-at-file.ts';

const limits = { risk: 'mutating', deadlineMs: 60_000, maxBytes: 1 << 20 } as const;
const shownOutput = 4000;

/** How one action is taken back. */
interface TakeBack {
	readonly description: string;
	readonly perform: () => Promise<boolean>;
}

type WithoutPart<Event> = Event extends EventBody ? Omit<Event, 'diagnosis' | 'remedy' | 'undo'> : never;

/**
 * The actions of a remedy, one after the other. Nothing is done when a file is no longer as it was shown; the first
 * failure ends it, and what was done before is taken back. Every change is recorded before it is made.
 */
export async function performRemedy(effect: EffectOf<'apply-remedy'>, context: EffectContext): Promise<void> {
	const { diagnosis, remedy, undo, steps, expected } = effect;
	const part = { diagnosis, remedy, undo };
	const tell = (event: WithoutPart<RemedyProgress>): Promise<void> =>
		context.say({ type: 'remedy-progress', event: { ...part, ...event } as RemedyProgress });
	const because = await changedSince(expected, context);
	if (because !== null) return tell({ type: 'remedy-refused', because });
	const hands = new Hands(context, tell);
	const done: TakeBack[] = [];
	let succeeded = true;
	for (const step of steps) {
		const back = step.kind === 'instruct' ? null : await hands.perform(step);
		if (back === false) {
			succeeded = false;
			break;
		}
		if (back) done.push(back);
	}
	if (!succeeded && !undo && done.length > 0) {
		const backwards = done.toReversed();
		await tell({ type: 'remedy-rollback-started', actions: backwards.map((each) => each.description) });
		for (const each of backwards) await each.perform();
	}
	await tell({ type: 'remedy-finished', succeeded, targetTime: await timeOfTarget(context) });
}

async function changedSince(expected: readonly FileState[], context: EffectContext): Promise<string | null> {
	for (const file of expected) {
		const look = await lookAtFile(file.path, context, context.signal);
		if ('problem' in look) return context.m.remedy.nothingDone(`${look.problem}.`);
		if (!isSameFile(look.state, file)) {
			return context.m.remedy.nothingDone(context.m.remedy.changedSinceShown(file.path));
		}
	}
	return null;
}

/** Its own clock, because its logs are written by it. */
async function timeOfTarget({ target }: EffectContext): Promise<string | null> {
	const request: Request = {
		...{ kind: 'run', argv: ['date', '+%Y-%m-%dT%H:%M:%S'], output: 'stdout', expectedExitCodes: [0] },
		...{ risk: 'read', deadlineMs: 5000, maxBytes: 100 },
	};
	const { text, problem } = await target.perform(request, new AbortController().signal);
	return problem === null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text.trim()) ? text.trim() : null;
}

/** Performs single actions, each recorded before and after. */
class Hands {
	readonly #context: EffectContext;
	readonly #tell: (event: WithoutPart<RemedyProgress>) => Promise<void>;
	/** What takes back a change must not be cut short by the wish to stop. */
	readonly #unstoppable = new AbortController().signal;

	constructor(context: EffectContext, tell: (event: WithoutPart<RemedyProgress>) => Promise<void>) {
		this.#context = context;
		this.#tell = tell;
	}

	/** False when it failed; else how it is taken back, null where it is not by itself. */
	async perform(step: Exclude<PlannedStep, { kind: 'instruct' }>): Promise<TakeBack | null | false> {
		const description = describeStep(step);
		await this.#tell({ type: 'remedy-action-started', description });
		switch (step.kind) {
			case 'run': {
				const { undo } = step;
				if (!(await this.#run(description, step.request, this.#context.signal))) return false;
				return undo && { description: describeRequest(undo), perform: () => this.#takeBack(undo) };
			}
			case 'write':
				return this.#write(description, step.request);
			case 'restore':
				return (await this.#restore(description, step.before, this.#context.signal)) ? null : false;
		}
	}

	async #write(description: string, request: WriteFileRequest): Promise<TakeBack | false> {
		const look = await lookAtFile(request.path, this.#context, this.#context.signal);
		if ('problem' in look) return this.#finish(description, false, look.problem);
		await this.#tell({ type: 'remedy-file-kept', file: look.state });
		if (!(await this.#run(description, request, this.#context.signal))) return false;
		const back = describeRestore(look.state);
		return {
			description: back,
			perform: async () => {
				await this.#tell({ type: 'remedy-action-started', description: back });
				return this.#restore(back, look.state, this.#unstoppable);
			},
		};
	}

	async #takeBack(request: Request): Promise<boolean> {
		const description = describeRequest(request);
		await this.#tell({ type: 'remedy-action-started', description });
		return this.#run(description, request, this.#unstoppable);
	}

	async #restore(description: string, before: FileState, signal: AbortSignal): Promise<boolean> {
		const { path, sha256, mode, uid, gid } = before;
		const content = sha256 === null ? null : await this.#context.blobs.get(sha256).catch(() => undefined);
		if (content === undefined) return this.#finish(description, false, this.#context.m.remedy.lost(path));
		const request: WriteFileRequest = { kind: 'write-file', path, content, mode, owner: { uid, gid }, ...limits };
		if (!(await this.#run(description, request, signal))) return false;
		await this.#tell({ type: 'remedy-file-restored', path });
		return true;
	}

	async #run(description: string, request: Request, signal: AbortSignal): Promise<boolean> {
		const capture = await this.#context.target.perform(request, signal);
		return this.#finish(description, capture.problem === null, outputOf(capture, this.#context.m));
	}

	async #finish<Success extends boolean>(description: string, succeeded: Success, output: string): Promise<Success> {
		await this.#tell({ type: 'remedy-action-finished', description, succeeded, output });
		return succeeded;
	}
}

function outputOf({ problem, text }: Capture, m: SessionMessages): string {
	return [problem && tellProblem(problem, m.problems).message, text.trim().slice(0, shownOutput)].filter(Boolean).join('\n');
}
