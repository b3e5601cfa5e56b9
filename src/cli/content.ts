import type { Article, Flow } from '../domain/index.ts';
import type { Symptom } from '../session/view/coming.ts';
import { builtText } from './folders.ts';

/** Everything that guides a session, as it ships with the program. */
export interface Content {
	readonly flows: readonly Flow[];
	readonly articles: readonly Article[];
	/** Changes whenever a flow or an article does. */
	readonly fingerprint: string;
}

/** What the build has already read and checked, or the files themselves when the program runs from its sources. */
export async function loadContent(): Promise<Content> {
	const built = await builtText('content.json');
	if (built !== null) return JSON.parse(built) as Content;
	const { readContent } = await import('./read-content.ts');
	return readContent();
}

/** As much of the flows as the first frame shows; the rest takes longer to read. */
export async function loadSymptoms(): Promise<readonly Symptom[]> {
	const built = await builtText('symptoms.json');
	return built === null ? (await loadContent()).flows : (JSON.parse(built) as readonly Symptom[]);
}
