import stringWidth from 'string-width';
import { asciiOf } from '../../domain/index.ts';
import { rewritten } from './rewritten.ts';

/** Standard output where nothing but ASCII may arrive: every character outside it gives way to one that takes its columns. */
export function asciiOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return rewritten(stdout, (text) => asciiOf(text, stringWidth));
}
