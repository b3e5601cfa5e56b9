import { cli } from './cli/index.ts';
import { headless } from './headless.ts';
import { plain } from './plain/index.ts';
import { session } from './session/index.ts';
import { transcript } from './transcript/index.ts';
import { tui } from './tui/index.ts';

/** Every sentence of the interface in English, by the room that says it. */
export const english = { tui, plain, headless, cli, session, transcript };
