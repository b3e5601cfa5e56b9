import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { AskScreen } from '../../session/screen-types.ts';
import { useBindings } from '../bindings.ts';
import { useUi } from '../ui.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';
import { SelectList } from '../widgets/SelectList.tsx';
import type { ScreenProps } from './props.ts';

const unknown = 'unknown';
const optionPrefix = 'option:';
const questionRows = 4;

/** One question. "I don't know" is highlighted at first: Enter alone must not claim what nobody has seen. */
export function Ask({ body, screen, width, height, isActive, actions }: ScreenProps<AskScreen>): ReactElement {
	const { m } = useUi();
	const choices = [
		...body.options.map((option) => ({ value: `${optionPrefix}${option.id}`, label: option.label })),
		{ value: unknown, label: m.ask.unknown },
	];
	const answer = (value: string): void => {
		const option = value === unknown ? null : value.slice(optionPrefix.length);
		void actions.send({ type: 'answer', option });
	};
	useBindings('screen', 'here', [{ keys: ['d'], does: 'unknown', act: () => answer(unknown) }], isActive && !screen.isReadOnly);
	const taken = headingRows(body.why, width) + paragraphRows(body.question, width, questionRows) + 2;
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={body.title} why={body.why} width={width} />
			<Box marginY={1}>
				<Paragraph text={body.question} width={width} rows={questionRows} tone="title" />
			</Box>
			{screen.isReadOnly ? (
				<Paragraph text={choices.map(({ label }) => `- ${label}`).join('\n')} width={width} rows={height - taken} />
			) : (
				<SelectList
					choices={choices}
					width={width}
					height={height - taken}
					isFocused={isActive}
					initial={unknown}
					onChoose={answer}
				/>
			)}
		</Box>
	);
}
