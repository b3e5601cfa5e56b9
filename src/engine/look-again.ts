import { type Capture, describeRequest, type Format } from '../domain/index.ts';
import type { CapturedEvidence, WatchLook } from '../session/index.ts';
import { capturedEvidence, type EffectContext, type EffectOf } from './effects.ts';
import { readEvidence } from './read-evidence.ts';

/** What was captured for one request of a look. */
interface Look {
	readonly collector: string;
	readonly format: Format;
	readonly source: string;
	readonly capture: Capture;
}

/** Looks at everything that a watch is about. What shows nothing new is not kept, so that the journal does not grow. */
export async function lookAgain(
	effect: EffectOf<'look-again'>,
	context: EffectContext,
	isNewsNow: (looks: readonly CapturedEvidence[], at: number) => boolean,
): Promise<void> {
	const looks = (await Promise.all(effect.looks.map((look) => perform(look, context)))).flat();
	const at = context.clock.now();
	const complete = looks.every(({ capture }) => capture.problem === null);
	const readings = (): readonly CapturedEvidence[] => looks.map((look, index) => read(look, `look-${index}`, at, context));
	if (!context.signal.aborted && isNewsNow(readings(), at)) {
		for (const { collector, format, source, capture } of looks) {
			const [id = collector] = context.takeIds(collector, 1);
			await capturedEvidence({ id, collector, format, source }, null, capture, context);
		}
	}
	await context.say({ type: 'watch-looked', at, complete: complete && !context.signal.aborted });
}

async function perform({ collector, format, requests }: WatchLook, context: EffectContext): Promise<readonly Look[]> {
	return Promise.all(
		requests.map(async (request) => ({
			...{ collector, format, source: describeRequest(request) },
			capture: await context.target.perform(request, context.signal),
		})),
	);
}

/** As it would be recorded, but for its id and hash: nothing is stored yet. */
function read({ capture, ...of }: Look, id: string, capturedAt: number, { parsers }: EffectContext): CapturedEvidence {
	const parser = parsers.find((each) => each.format === of.format);
	return readEvidence(capture, { ...of, id, sha256: id, capturedAt }, parser);
}
