import type { ExportPreview } from '../engine/door-host.ts';
import type { Listing } from './bindings.ts';
import type { NotableLine } from './notes.ts';

/** What lies on top of a screen. Escape takes it away. */
export type Overlay =
	| {
			readonly kind:
				| 'override'
				| 'practice'
				| 'bundle'
				| 'sessions'
				| 'knowledge'
				| 'evidence'
				| 'export'
				| 'palette'
				| 'watch'
				| 'others'
				| 'quit';
	  }
	/** `listings`: the keys of what lies below. */
	| { readonly kind: 'help'; readonly listings: readonly Listing[] }
	| { readonly kind: 'note'; readonly line: NotableLine | null; readonly isOnLine: boolean }
	| { readonly kind: 'article'; readonly id: string }
	| { readonly kind: 'hide-text' }
	| { readonly kind: 'lift-rule'; readonly preview: ExportPreview | null }
	/** Captured text. */
	| { readonly kind: 'text'; readonly evidence: string }
	/** `text` was pasted before the overlay was open. */
	| { readonly kind: 'paste'; readonly text: string }
	| { readonly kind: 'remedy'; readonly diagnosis: string; readonly remedy: string; readonly undo: boolean }
	/** null: to be chosen. */
	| { readonly kind: 'debug'; readonly subject: string | null }
	| { readonly kind: 'consent'; readonly collector: string };
