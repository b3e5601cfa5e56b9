import type { Intent, Risk } from '../domain/index.ts';
import type { HeadlessSession } from '../engine/handle.ts';

export interface DriveOptions {
	/** Highest risk that may run without asking. */
	readonly allow: Risk;
	/** Option by step, for questions that only a person can answer. */
	readonly answers: Readonly<Record<string, string>>;
	/** Flow to walk when the evidence proposes none. */
	readonly fallbackFlow: string;
	/** Flow to walk whatever the evidence proposes; null to let it propose. */
	readonly flow: string | null;
}

export interface DriveReport {
	/** Questions answered with "I don't know" because nobody was there. */
	readonly unanswered: readonly string[];
	/** Collectors that were not run for want of consent. */
	readonly unconsented: readonly string[];
}

const mostSteps = 200;
const rank: Readonly<Record<Risk, number>> = { read: 0, intrusive: 1, mutating: 2 };

/** Walks every flow that the evidence speaks for, as an operator would who always follows the evidence. */
export async function drive(session: HeadlessSession, options: DriveOptions): Promise<DriveReport> {
	const unanswered = new Set<string>();
	const unconsented = new Set<string>();
	const walked = new Set<string>();
	await session.idle();
	for (let flow = nextFlow(session, options, walked); flow !== undefined; flow = nextFlow(session, options, walked)) {
		walked.add(flow);
		await session.send({ type: 'choose-flow', flow });
		await walk(session, options, { unanswered, unconsented });
	}
	return { unanswered: [...unanswered], unconsented: [...unconsented] };
}

function nextFlow(session: HeadlessSession, options: DriveOptions, walked: ReadonlySet<string>): string | undefined {
	if (options.flow !== null) return walked.size === 0 ? options.flow : undefined;
	const proposed = session.proposals().find((flow) => !walked.has(flow));
	return proposed ?? (walked.size === 0 ? options.fallbackFlow : undefined);
}

interface Gaps {
	readonly unanswered: Set<string>;
	readonly unconsented: Set<string>;
}

async function walk(session: HeadlessSession, options: DriveOptions, gaps: Gaps): Promise<void> {
	for (let step = 0; step < mostSteps; step += 1) {
		await session.idle();
		const intent = nextIntent(session, options, gaps);
		if (intent === null) return;
		await session.send(intent);
	}
}

function nextIntent(session: HeadlessSession, options: DriveOptions, gaps: Gaps): Intent | null {
	const { body } = session.screen();
	switch (body.kind) {
		case 'collect': {
			const closed = body.items.filter((item) => item.state === 'needs-consent');
			const allowed = closed.find((item) => rank[item.risk] <= rank[options.allow]);
			if (allowed) return { type: 'consent', collector: allowed.collector };
			for (const item of closed) gaps.unconsented.add(item.collector);
			return body.finished ? { type: 'continue' } : { type: 'skip' };
		}
		case 'judge':
			return { type: 'continue' };
		case 'ask': {
			const step = session.state().trail.at(-1) ?? '';
			const option = options.answers[step] ?? null;
			if (option === null) gaps.unanswered.add(step);
			return { type: 'answer', option };
		}
		case 'welcome':
		case 'diagnosis':
		case 'hand-off':
		case 'ended':
			return null;
	}
}
