import type { Key } from 'ink';
import { Box, type DOMElement, Text } from 'ink';
import { type ReactElement, type RefObject, useRef, useState } from 'react';
import { useKeys, usePastes } from '../router.ts';
import { widthOf } from '../text/cells.ts';
import { foreignLine } from '../text/foreign.ts';
import { cut } from '../text/shorten.ts';
import { useUi } from '../ui.ts';
import { useCaret } from './use-caret.ts';
import { editField, emptyField, type FieldCommand, textOf } from './field.ts';

interface TextFieldProps {
	/** Stands before the text, without a space of its own. */
	readonly label: string;
	readonly width: number;
	readonly isFocused: boolean;
	readonly onSubmit: (text: string) => void;
	readonly onCancel: () => void;
	readonly onChange?: (text: string) => void;
	/** Letters that are not typed, but go on to what lies below. */
	readonly leaves?: readonly string[];
}

/** One line to type. Keys that it has no use for, such as PageDown, go on to the widgets below. */
export function TextField({ label, width, isFocused, onSubmit, onCancel, onChange, leaves }: TextFieldProps): ReactElement {
	const { tones } = useUi();
	const element = useRef<DOMElement>(null);
	const [state, setState] = useState(emptyField);
	const edit = (command: FieldCommand): boolean => {
		const next = editField(state, command);
		setState(next);
		if (textOf(next) !== textOf(state)) onChange?.(textOf(next));
		return true;
	};
	useKeys(
		'field',
		(input, key) => {
			if (leaves?.includes(input)) return false;
			if (key.return) onSubmit(textOf(state));
			else if (key.escape) onCancel();
			else {
				const command = commandOf(input, key);
				return command !== null && edit(command);
			}
			return true;
		},
		isFocused,
	);
	usePastes('field', (text) => edit({ type: 'insert', text }), isFocused);
	const before = foreignLine(state.graphemes.slice(0, state.caret).join(''));
	const after = foreignLine(state.graphemes.slice(state.caret).join(''));
	const room = Math.max(1, width - widthOf(label) - 1);
	const from = Math.max(0, widthOf(before) + 1 - room);
	return (
		<Box ref={element} width={width}>
			<Text wrap="truncate">
				<Text {...tones.accent}>{label} </Text>
				{cut(before + after, from, room)}
			</Text>
			{isFocused && <Caret element={element} column={widthOf(label) + 1 + widthOf(before) - from} />}
		</Box>
	);
}

function Caret({ element, column }: { readonly element: RefObject<DOMElement | null>; readonly column: number }): null {
	useCaret(element, column);
	return null;
}

function commandOf(input: string, key: Key): FieldCommand | null {
	if (key.leftArrow) return { type: 'left' };
	if (key.rightArrow) return { type: 'right' };
	if (key.home || (key.ctrl && input === 'a')) return { type: 'home' };
	if (key.end || (key.ctrl && input === 'e')) return { type: 'end' };
	if (key.backspace) return { type: 'backspace' };
	if (key.delete) return { type: 'delete' };
	if (key.ctrl && input === 'u') return { type: 'clear' };
	if (key.ctrl || key.meta || key.tab || input === '') return null;
	return { type: 'insert', text: input };
}
