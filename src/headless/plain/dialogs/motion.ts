import { interruption } from '../host.ts';

/** What somebody who reads a long text asks for. Capitals count here, as they do in the drawn pane. */
export type Motion =
	| { readonly kind: 'on' | 'leave' | 'help' | 'command' }
	| { readonly kind: 'line'; readonly line: number }
	| { readonly kind: 'search' | 'list'; readonly text: string }
	/** To the next or the former hit, or marked line where nothing was searched for. */
	| { readonly kind: 'hit' | 'mark'; readonly step: 1 | -1 }
	/** null: the line at hand. */
	| { readonly kind: 'copy'; readonly line: number | null }
	| { readonly kind: 'other'; readonly text: string };

export function motionOf(typed: string): Motion {
	const text = typed.trim();
	const [, all, wanted] = /^\/(\/?)(.+)$/s.exec(text) ?? [];
	if (wanted !== undefined) return { kind: all === '' ? 'search' : 'list', text: wanted.trim() };
	const [, line] = /^(\d{1,9})$/.exec(text) ?? [];
	if (line !== undefined) return { kind: 'line', line: Number(line) };
	const [, copied] = /^y\s*(\d{1,9})$/.exec(text) ?? [];
	if (copied !== undefined) return { kind: 'copy', line: Number(copied) };
	switch (text) {
		case '':
			return { kind: 'on' };
		case 'b':
		case 'q':
		case interruption:
			return { kind: 'leave' };
		case 'h':
		case '?':
			return { kind: 'help' };
		case 'n':
			return { kind: 'hit', step: 1 };
		case 'N':
			return { kind: 'hit', step: -1 };
		case ']':
			return { kind: 'mark', step: 1 };
		case '[':
			return { kind: 'mark', step: -1 };
		case 'y':
			return { kind: 'copy', line: null };
		case 'Y':
			return { kind: 'command' };
		default:
			return { kind: 'other', text };
	}
}
