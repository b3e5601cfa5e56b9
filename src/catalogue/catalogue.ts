import type { english } from './english/index.ts';

/** A text instead of one certain text, so that it may be another in another language. */
type Widened<Value> = Value extends string
	? string
	: Value extends (...given: infer Given) => string
		? (...given: Given) => string
		: { readonly [Key in keyof Value]: Widened<Value[Key]> };

/** Every sentence of the interface. A language is one object of this type: plain data, nothing is done when it is loaded. */
export type Catalogue = Widened<typeof english>;

export type TuiMessages = Catalogue['tui'];
export type SessionMessages = Catalogue['session'];
export type TranscriptMessages = Catalogue['transcript'];
export type HeadlessMessages = Catalogue['headless'];
export type PlainMessages = Catalogue['plain'];
