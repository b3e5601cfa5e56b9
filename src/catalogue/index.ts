export { english } from './english/index.ts';
export { causeOf, causesOf, problemFor, problemOf, tellError, tellProblem, tellTarget } from './problem.ts';
export { say } from './say.ts';
export type {
	Catalogue,
	HeadlessMessages,
	PlainMessages,
	SessionMessages,
	TranscriptMessages,
	TuiMessages,
} from './catalogue.ts';
