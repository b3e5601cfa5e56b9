import { rewritten } from './rewritten.ts';

const alternateScreen = '\u001b[?1049h';
const home = '\u001b[H';

/**
 * Begins the alternate screen at its first cell. Terminals leave the cursor where it was before, and Ink draws from there: a
 * row too low behind a prompt at the end of the screen, and some columns in where a debugger was killed at its own prompt.
 */
export function homeOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return rewritten(stdout, (text) => text.replaceAll(alternateScreen, alternateScreen + home));
}
