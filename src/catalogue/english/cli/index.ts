import { about } from './about.ts';
import { commands } from './commands.ts';
import { drill } from './drill.ts';
import { hidden, leaks } from './hidden.ts';
import { manual } from './manual.ts';
import { told } from './told.ts';
import { usage } from './usage.ts';
import { whole } from './whole.ts';

/** Sentences of the command line: its help, and what commands tell and fail with. */
export const cli = { about, commands, drill, told, hidden, leaks, manual, usage, whole };
