import { Box } from 'ink';
import SelectInput from 'ink-select-input';
import { type ReactElement, useState } from 'react';
import { useBindings } from '../bindings.ts';
import { useIsTyping } from '../router.ts';
import { widthOf } from '../text/cells.ts';
import { foreignLine } from '../text/foreign.ts';
import { shorten } from '../text/shorten.ts';
import { useUi } from '../ui.ts';
import { type ChoiceEvent, createChoice, moveChoice } from './choice.ts';
import { Line } from './Line.tsx';
import { Indicator, Item, ItemAside } from './ListItem.tsx';
import { Paragraph } from './Paragraph.tsx';

export interface Choice {
	readonly value: string;
	readonly label: string;
	/** Shown below the list while it is highlighted. */
	readonly detail?: string;
}

interface SelectListProps {
	readonly choices: readonly Choice[];
	readonly width: number;
	/** Rows at most, those for details included. */
	readonly height: number;
	/** Rows kept for the detail of the highlighted choice. */
	readonly detailRows?: number;
	readonly isFocused: boolean;
	/** Value highlighted at first; the first choice without it. */
	readonly initial?: string;
	/** Enter on a choice. Only for what is harmless when chosen by accident. */
	readonly onChoose: (value: string, touched: boolean) => void;
	readonly onHighlight?: (value: string) => void;
}

/**
 * A list of harmless choices. ink-select-input draws and moves it but gets no `onSelect`, because it would fire on a digit
 * and on Enter in an empty list: here digits only highlight, and Enter alone chooses.
 */
export function SelectList({
	choices,
	width,
	height,
	detailRows = 0,
	isFocused,
	initial,
	onChoose,
	onHighlight,
}: SelectListProps): ReactElement {
	const values = choices.map((choice) => choice.value);
	const [stored, setStored] = useState(() => createChoice(values, initial ?? null));
	const state = moveChoice(stored, { type: 'values', values, initial: initial ?? null });
	if (state !== stored) setStored(state);
	const move = (event: ChoiceEvent): boolean => {
		const next = moveChoice(state, event);
		setStored(next);
		if (next.selected !== null && next.selected !== state.selected) onHighlight?.(next.selected);
		return true;
	};
	const isEmpty = choices.length === 0;
	const digits = choices.slice(0, 9).map((_, index) => index + 1);
	useBindings(
		'widget',
		'list',
		isEmpty
			? []
			: [
					{ keys: ['Enter'], does: 'choose', act: () => state.selected !== null && onChoose(state.selected, state.touched) },
					// Drawn and moved by the list itself.
					{ keys: ['Up', 'k'], does: 'up', act: () => true },
					{ keys: ['Down', 'j'], does: 'down', act: () => true },
					...digits.map((number) => ({
						...{ keys: [String(number)], does: 'highlight' as const },
						act: () => move({ type: 'number', number }),
					})),
					{ keys: ['Home', 'g'], does: 'first', act: () => move({ type: 'first' }) },
					{ keys: ['End', 'G'], does: 'last', act: () => move({ type: 'last' }) },
				],
		isFocused,
	);
	const { glyphs, m } = useUi();
	const isTyping = useIsTyping();
	const items = choices.map((choice, index) => ({
		value: choice.value,
		label: shorten(foreignLine(numbered(choice.label, index)), width - 2, glyphs.ellipsis),
	}));
	const room = Math.max(1, height - detailRows);
	const hidden = choices.length > room ? choices.length - Math.max(1, room - 1) : 0;
	const detail = detailOf(choices, state.selected, width - 2);
	return (
		<Box flexDirection="column" width={width} flexShrink={0} overflow="hidden">
			<SelectInput
				key={state.mount}
				items={items}
				isFocused={isFocused && !isTyping}
				limit={Math.max(1, choices.length - hidden)}
				initialIndex={Math.max(0, values.indexOf(state.selected ?? ''))}
				indicatorComponent={Indicator}
				itemComponent={isFocused ? Item : ItemAside}
				onHighlight={(item) => item && move({ type: 'highlighted', value: item.value })}
			/>
			{hidden > 0 && <Line text={`  ${m.list.hidden(hidden)}`} width={width} tone="muted" />}
			<Box marginLeft={2}>
				<Paragraph text={detail} width={width - 2} rows={detailRows} tone="muted" />
			</Box>
		</Box>
	);
}

/** The whole label first where the list had to shorten it. */
function detailOf(choices: readonly Choice[], selected: string | null, width: number): string {
	const index = choices.findIndex((choice) => choice.value === selected);
	const { label = '', detail = '' } = choices[index] ?? {};
	return widthOf(foreignLine(numbered(label, index))) > width ? `${label}\n${detail}`.trim() : detail;
}

function numbered(label: string, index: number): string {
	return `${index + 1}. ${label}`;
}
