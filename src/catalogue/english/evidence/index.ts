import { blocked } from './blocked.ts';
import { collectors } from './collectors.ts';
import { control } from './control.ts';
import { counts } from './counts.ts';
import { culprits } from './culprits.ts';
import { formats } from './formats.ts';
import { names } from './names.ts';
import { sightings } from './sightings.ts';
import { statement } from './statement.ts';

/** What is said of evidence, in English: how it is collected, what it is, and what was read from it. */
export const evidence = {
	collectors,
	formats,
	blocked,
	culprits,
	counts,
	names,
	sightings,
	statement,
	control,
	/** A debugger to talk to, by what it is attached to. */
	debuggers: {
		core: (path: string) => `gdb on the core ${path}`,
		process: (pid: string) => `gdb on the running child ${pid}`,
	},
};
