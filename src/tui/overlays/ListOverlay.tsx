import { Box } from 'ink';
import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { type Choice, SelectList } from '../widgets/SelectList.tsx';

interface ListOverlayProps {
	readonly title: string;
	readonly intro: string;
	/** Null while they are being read. */
	readonly choices: readonly Choice[] | null;
	/** Said instead of an empty list. */
	readonly empty: string;
	readonly loading?: string;
	readonly detailRows?: number;
	/** Value highlighted at first; the first choice without it. */
	readonly initial?: string;
	readonly width: number;
	readonly height: number;
	readonly isActive: boolean;
	readonly onChoose: (value: string) => void;
}

/** A title above harmless choices. */
export function ListOverlay({
	title,
	intro,
	choices,
	empty,
	loading,
	detailRows = 0,
	initial,
	width,
	height,
	isActive,
	onChoose,
}: ListOverlayProps): ReactElement {
	const { m } = useUi();
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={title} why={intro} width={width} />
			<Line text="" width={width} />
			{choices === null || choices.length === 0 ? (
				<Line text={choices === null ? (loading ?? m.status.working) : empty} width={width} tone="muted" />
			) : (
				<SelectList
					choices={choices}
					width={width}
					height={height - headingRows(intro, width) - 1}
					detailRows={detailRows}
					isFocused={isActive}
					{...(initial === undefined ? {} : { initial })}
					onChoose={onChoose}
				/>
			)}
		</Box>
	);
}
