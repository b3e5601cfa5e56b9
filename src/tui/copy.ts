import { createContext, use } from 'react';

/** What is copied. */
export type Copied = 'line' | 'command';

/** Sends a text to the clipboard of the terminal and says so. An empty text is said to be nothing. */
export type Copy = (text: string, what: Copied) => void;

/** For what is deep in the tree and gets no actions, such as a pane. */
export const CopyContext = createContext<Copy>(() => undefined);

export function useCopy(): Copy {
	return use(CopyContext);
}
