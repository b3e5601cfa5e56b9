/** One line being typed. The caret stands before the grapheme at `caret`. */
export interface FieldState {
	readonly graphemes: readonly string[];
	readonly caret: number;
}

export type FieldCommand =
	| { readonly type: 'insert'; readonly text: string }
	| { readonly type: 'backspace' | 'delete' | 'left' | 'right' | 'home' | 'end' | 'clear' };

export const emptyField: FieldState = { graphemes: [], caret: 0 };

export function textOf(state: FieldState): string {
	return state.graphemes.join('');
}

/** Pure and total; the caret always stays within the text. */
export function editField(state: FieldState, command: FieldCommand): FieldState {
	const { graphemes, caret } = state;
	switch (command.type) {
		case 'insert': {
			const before = split(graphemes.slice(0, caret).join('') + oneLine(command.text));
			return { graphemes: [...before, ...graphemes.slice(caret)], caret: before.length };
		}
		case 'backspace':
			return caret === 0 ? state : { graphemes: graphemes.toSpliced(caret - 1, 1), caret: caret - 1 };
		case 'delete':
			return { graphemes: graphemes.toSpliced(caret, 1), caret };
		case 'left':
			return { graphemes, caret: Math.max(0, caret - 1) };
		case 'right':
			return { graphemes, caret: Math.min(graphemes.length, caret + 1) };
		case 'home':
			return { graphemes, caret: 0 };
		case 'end':
			return { graphemes, caret: graphemes.length };
		case 'clear':
			return emptyField;
	}
}

function oneLine(text: string): string {
	return text.replace(/[\r\n\t]+/g, ' ');
}

function split(text: string): readonly string[] {
	return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map((each) => each.segment);
}
