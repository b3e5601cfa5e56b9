import { problemOf, type SessionMessages } from '../catalogue/index.ts';
import {
	type BlobStore,
	type Capture,
	type Clock,
	describeRequest,
	type Parser,
	type StoredText,
	type Target,
	type Terminal,
	wholeOf,
} from '../domain/index.ts';
import { longParserOf, recognise } from '../parsers/recognise.ts';
import type { Effect, Message } from '../session/index.ts';
import { readEvidence, readLongEvidence } from './read-evidence.ts';

/** What an effect may touch while it runs. */
export interface EffectContext {
	readonly target: Target;
	readonly blobs: BlobStore;
	readonly clock: Clock;
	/** null where no door draws on one. */
	readonly terminal: Terminal | null;
	readonly parsers: readonly Parser[];
	readonly signal: AbortSignal;
	readonly m: SessionMessages;
	/** Hands an outcome to the session. */
	readonly say: (message: Message) => Promise<void>;
	/** Keeps the text of a piece of evidence at hand for the screens. */
	readonly keep: (id: string, sha256: string, text: string) => void;
	/** The same for one that stays in the store. */
	readonly keepLong: (id: string, text: StoredText) => void;
	/** New ids for evidence of a collector, in their order. */
	readonly takeIds: (collector: string, count: number) => readonly string[];
}

export type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** All requests of a collector side by side; their evidence in the order of the requests. */
export async function collect(effect: EffectOf<'collect'>, context: EffectContext): Promise<void> {
	const { run, collector, format, requests } = effect;
	const captures = await Promise.all(requests.map((request) => context.target.perform(request, context.signal)));
	const ids = context.takeIds(collector, captures.length);
	for (const [index, capture] of captures.entries()) {
		const request = requests[index];
		const source = request ? describeRequest(request) : collector;
		const id = ids[index] ?? collector;
		await capturedEvidence({ id, collector, format, source }, run, capture, context);
	}
	await context.say({ type: 'collected', run, collector, outcome: context.signal.aborted ? 'stopped' : 'done' });
}

/** Text that the operator brought becomes evidence like any other. */
export async function readPaste(effect: EffectOf<'read-paste'>, context: EffectContext): Promise<void> {
	const { text: brought, source, spans, truncated } = effect;
	const [id = 'operator'] = context.takeIds('operator', 1);
	if (typeof brought !== 'string') {
		const parser = longParserOf(brought, effect.format, context.parsers);
		const origin = { id, collector: 'operator', format: parser?.format ?? '', source };
		const stored = parser && (await context.blobs.putLong?.(brought));
		if (stored) return longEvidence(origin, stored, { spans, truncated }, parser, context);
	}
	const text = typeof brought === 'string' ? brought : wholeOf(brought);
	const format = effect.format ?? recognise(text, context.parsers)?.format ?? 'unknown';
	const capture: Capture = {
		text,
		spans,
		exitCode: null,
		durationMs: 0,
		truncated,
		problem: format === 'unknown' ? problemOf('not-text', 'unrecognised') : null,
	};
	await capturedEvidence({ id, collector: 'operator', format, source }, null, capture, context);
}

interface Origin {
	readonly id: string;
	readonly collector: string;
	readonly format: string;
	readonly source: string;
}

/** Stores the text and tells the session what was read from it. */
export async function capturedEvidence(
	origin: Origin,
	run: number | null,
	capture: Capture,
	context: EffectContext,
): Promise<void> {
	// It is read while the disk takes it.
	const stored = context.blobs.put(capture.text);
	const parser = context.parsers.find((each) => each.format === origin.format);
	const { evidence, facts } = readEvidence(capture, { ...origin, sha256: '', capturedAt: context.clock.now() }, parser);
	const sha256 = await stored;
	context.keep(origin.id, sha256, capture.text);
	await context.say({ type: 'captured', run, evidence: { ...evidence, sha256 }, facts });
}

/** Tells the session what was read from a text that stays in the store. */
async function longEvidence(
	origin: Origin,
	text: StoredText,
	from: Pick<Capture, 'spans' | 'truncated'>,
	parser: Parser,
	context: EffectContext,
): Promise<void> {
	context.keepLong(origin.id, text);
	const label = { ...origin, sha256: text.sha256, capturedAt: context.clock.now() };
	await context.say({ type: 'captured', run: null, ...readLongEvidence(text, label, from, parser) });
}
