export { interruption, type PlainHost, type PlainIo } from './host.ts';
export { runPlain } from './run.ts';
