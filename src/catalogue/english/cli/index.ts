import { commands } from './commands.ts';

/** Sentences of the command line: its help, and what commands tell and fail with. */
export const cli = { commands };
