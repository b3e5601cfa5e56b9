import { about } from './about.ts';
import { commands } from './commands.ts';
import { hidden, leaks } from './hidden.ts';
import { told } from './told.ts';
import { whole } from './whole.ts';

/** Sentences of the command line: its help, and what commands tell and fail with. */
export const cli = { about, commands, told, hidden, leaks, whole };
