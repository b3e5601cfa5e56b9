import type { Capture, Target } from '../domain/index.ts';
import { type RecordedEntry, type Recording, requestKey } from './recording.ts';

/** A target that remembers what it was asked. */
export interface Recorder {
	readonly target: Target;
	/** What has been performed up to now, in the order in which it was asked for. */
	readonly recording: (about: Omit<Recording, 'schema' | 'entries'>) => Recording;
}

export function record(target: Target): Recorder {
	const asked: { readonly request: string; capture: Capture | null }[] = [];
	return {
		target: {
			uri: target.uri,
			title: target.title,
			isRoot: target.isRoot,
			perform: async (request, signal) => {
				const entry: (typeof asked)[number] = { request: requestKey(request), capture: null };
				asked.push(entry);
				const capture = await target.perform(request, signal);
				entry.capture = capture;
				return capture;
			},
		},
		recording: (about) => ({
			schema: 1,
			...about,
			entries: asked.flatMap(({ request, capture }): RecordedEntry[] => (capture ? [{ request, capture }] : [])),
		}),
	};
}
