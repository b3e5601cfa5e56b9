export { english } from './english/index.ts';
export { say } from './say.ts';
export type {
	Catalogue,
	HeadlessMessages,
	PlainMessages,
	SessionMessages,
	TranscriptMessages,
	TuiMessages,
} from './catalogue.ts';
