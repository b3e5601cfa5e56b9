import { files } from './files.ts';
import { programs } from './programs.ts';
import { store } from './store.ts';
import { targets } from './targets.ts';
import { work } from './work.ts';

/**
 * What went wrong and what to do about it, by the id that is recorded with the values. Both are kept for ever: journals and
 * recordings hold them. A sentence that needs other values gets another id.
 */
export const problems = { ...files, ...programs, ...store, ...targets, ...work };
