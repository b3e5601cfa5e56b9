import { commands } from './commands.ts';
import { hidden, leaks } from './hidden.ts';
import { told } from './told.ts';

/** Sentences of the command line: its help, and what commands tell and fail with. */
export const cli = { commands, told, hidden, leaks };
