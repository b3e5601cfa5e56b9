import { type Capture, describeRequest, type Request } from '../domain/index.ts';
import type { CapturedEvidence, WatchLook } from '../session/index.ts';
import { capturedEvidence, type EffectContext, type EffectOf } from './effects.ts';
import { readEvidence } from './read-evidence.ts';

interface Look {
	readonly of: WatchLook;
	readonly request: Request;
	readonly capture: Capture;
	readonly id: string;
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
	if (
		!context.signal.aborted &&
		isNewsNow(
			looks.map((look) => read(look, at, context)),
			at,
		)
	) {
		for (const { of, request, capture, id } of looks) {
			const origin = { id, collector: of.collector, format: of.format, source: describeRequest(request) };
			await capturedEvidence(origin, null, capture, context);
		}
	}
	await context.say({ type: 'watch-looked', at, complete: complete && !context.signal.aborted });
}

async function perform(of: WatchLook, context: EffectContext): Promise<readonly Look[]> {
	const first = context.countOf(of.collector) + 1;
	return Promise.all(
		of.requests.map(async (request, index) => ({
			...{ of, request, id: `${of.collector}-${first + index}` },
			capture: await context.target.perform(request, context.signal),
		})),
	);
}

/** As it would be recorded, but for its hash: nothing is stored yet. */
function read({ of, request, capture, id }: Look, capturedAt: number, { parsers }: EffectContext): CapturedEvidence {
	const label = { id, collector: of.collector, format: of.format, source: describeRequest(request), sha256: id, capturedAt };
	return readEvidence(
		capture,
		label,
		parsers.find((each) => each.format === of.format),
	);
}
