export { english } from './english/index.ts';
export { say } from './say.ts';
export type { Catalogue, PlainMessages, SessionMessages, TranscriptMessages, TuiMessages } from './catalogue.ts';
