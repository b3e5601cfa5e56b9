export type { PlainHost, PlainIo } from './host.ts';
export { interruption } from './letters.ts';
export { plainExitCode } from './outcome.ts';
export { runPlain } from './run.ts';
