import type { Hints } from '../domain/index.ts';
import type { EvidenceOption } from './target-options.ts';

/** What the wizard opens with. */
export type Opening =
	| { readonly kind: 'begin'; readonly uri: string; readonly hints: Hints; readonly evidence: readonly EvidenceOption[] }
	| { readonly kind: 'resume'; readonly session: string | null; readonly takeOver?: boolean }
	| { readonly kind: 'watch'; readonly session: string | null };
