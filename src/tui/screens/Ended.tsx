import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { EndedScreen } from '../../session/screen-types.ts';
import { useUi } from '../ui.ts';
import { Heading } from '../widgets/Heading.tsx';
import { Paragraph } from '../widgets/Paragraph.tsx';
import { SelectList } from '../widgets/SelectList.tsx';
import type { ScreenProps } from './props.ts';

const headlineRows = 6;

/** The session has its end; what is left is to keep a report or to begin anew. */
export function Ended({ body, width, height, isActive, actions, host }: ScreenProps<EndedScreen>): ReactElement {
	const { m } = useUi();
	const choices = [
		{ value: 'leave', label: m.ended.leave },
		{ value: 'export', label: m.diagnosis.exportReport },
		{ value: 'fresh', label: m.ended.fresh },
	];
	const choose = (value: string): void => {
		if (value === 'leave') actions.leave(false);
		else if (value === 'export') actions.open({ kind: 'export' });
		else actions.switchTo(host.startFresh);
	};
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={m.ended[body.outcome]} why="" width={width} />
			<Box marginY={1}>
				<Paragraph text={body.headline || ' '} width={width} rows={headlineRows} />
			</Box>
			<SelectList choices={choices} width={width} height={choices.length} isFocused={isActive} onChoose={choose} />
		</Box>
	);
}
