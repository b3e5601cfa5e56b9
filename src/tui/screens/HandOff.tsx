import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import type { HandOffScreen } from '../../session/screen-types.ts';
import { documentOf, lines } from '../pane/content.ts';
import { leastRows } from '../pane/least-rows.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { allot, fixed } from '../text/allot.ts';
import { useUi } from '../ui.ts';
import { Heading } from '../widgets/Heading.tsx';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';
import { SelectList } from '../widgets/SelectList.tsx';
import type { ScreenProps } from './props.ts';

const headlineRows = 3;

/** Where the flow ends and a person takes over. */
export function HandOff({ body, screen, width, height, isActive, actions }: ScreenProps<HandOffScreen>): ReactElement {
	const { m } = useUi();
	const content = useMemo(() => documentOf(lines(body.text)), [body.text]);
	const choices = [
		{ value: 'export', label: m.handOff.exportFirst },
		...(screen.legal.has('leave') ? [{ value: 'leave', label: m.handOff.end }] : []),
		...(screen.legal.has('start-over') ? [{ value: 'start-over', label: m.diagnosis.startOver }] : []),
		{ value: 'quit', label: m.diagnosis.end },
	];
	const choose = (value: string): void => {
		if (value === 'export' || value === 'quit') actions.open({ kind: value });
		else if (value === 'leave') void actions.send({ type: 'leave', outcome: 'handed-off' });
		else void actions.send({ type: 'start-over' });
	};
	const rows = allot(height, {
		...{ title: fixed(1), list: fixed(choices.length) },
		headline: { least: 1, most: paragraphRows(body.headline, width, headlineRows) },
		pane: fixed(leastRows(content, width)),
		below: { least: 0, most: 1 },
		above: { least: 0, most: 1 },
	});
	const taken = rows.title + rows.list + rows.headline + rows.below + rows.above;
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={body.title} why="" width={width} />
			<Paragraph text={body.headline} width={width} rows={rows.headline} tone="warn" />
			<Box marginTop={rows.above} marginBottom={rows.below}>
				<ScrollPane content={content} width={width} height={Math.max(2, height - taken)} focus={isActive ? 'paging' : 'none'} />
			</Box>
			<SelectList choices={choices} width={width} height={choices.length} isFocused={isActive} onChoose={choose} />
		</Box>
	);
}
