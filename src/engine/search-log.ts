import { problemOf } from '../catalogue/index.ts';
import { type Capture, describeSearch, type SearchProgress } from '../domain/index.ts';
import { logSearcher } from '../session/index.ts';
import { capturedEvidence, type EffectContext, type EffectOf } from './effects.ts';

/** Searches the whole log. What it found becomes evidence like any other; a search that was stopped leaves none. */
export async function searchLog(
	{ run, path }: EffectOf<'search-log'>,
	context: EffectContext,
	onProgress: (progress: SearchProgress | null) => void,
): Promise<void> {
	const { target, signal, takeIds, say } = context;
	const { collector, format } = logSearcher;
	const capture = await (target.search?.(path, onProgress, signal) ?? notHere(path));
	onProgress(null);
	if (!signal.aborted) {
		const [id = collector] = takeIds(collector, 1);
		const origin = { id, collector, format, source: describeSearch(path) };
		await capturedEvidence(origin, run, capture, context);
	}
	await say({ type: 'collected', run, collector, outcome: signal.aborted ? 'stopped' : 'done' });
}

function notHere(path: string): Capture {
	const problem = problemOf('failed', 'noSearch', { path });
	return { text: '', spans: [], exitCode: null, durationMs: 0, truncated: false, problem };
}
