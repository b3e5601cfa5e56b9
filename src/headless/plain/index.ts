export { interruption, type PlainHost, type PlainIo } from './host.ts';
export { plainExitCode } from './outcome.ts';
export { runPlain } from './run.ts';
