import type { Article } from '../../src/domain/index.ts';
import { assess, type EvidenceFacts, mergeFacts } from '../../src/flow/index.ts';

export const statuses = (articles: readonly Article[], ...captured: readonly EvidenceFacts[]) =>
	assess(articles, mergeFacts([], captured)).diagnoses.map((each) => `${each.id} ${each.status} ${each.culprit?.module ?? '-'}`);
