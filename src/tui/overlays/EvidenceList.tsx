import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import type { TuiMessages } from '../../catalogue/index.ts';
import type { Problem } from '../../domain/index.ts';
import { commandsBehind } from '../../session/commands.ts';
import { capturedIn, marksOf } from '../documents/evidence.ts';
import { capturedOf, documentOf, lines, type PaneLine } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useBindings } from '../bindings.ts';
import { useUi } from '../ui.ts';
import { clockTime } from '../text/clock.ts';
import { Line } from '../widgets/Line.tsx';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';

/** All evidence of the session, pasted evidence too; the newest first. */
export function EvidenceList({ width, height, isActive, actions, handle, host }: OverlayProps): ReactElement {
	const { m } = useUi();
	const captured = capturedIn(handle.events()).toReversed();
	const titleOf = (format: string): string => host.formats?.find((each) => each.id === format)?.title ?? format;
	return (
		<ListOverlay
			title={m.evidence.title}
			intro={m.evidence.intro}
			choices={captured.map(({ evidence, facts }) => ({
				value: evidence.id,
				label: `${clockTime(evidence.capturedAt)}  ${titleOf(evidence.format)}`,
				detail: `${m.evidence.detail(evidence.lines, facts.length)}\n${evidence.source}`,
			}))}
			empty={m.evidence.empty}
			detailRows={3}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(id) => actions.open({ kind: 'text', evidence: id })}
		/>
	);
}

/** A page without a word would leave open whether there is nothing, or nothing yet. */
function emptyDocument(problem: Problem | null, m: TuiMessages): readonly PaneLine[] {
	if (problem === null) return lines(m.collect.empty, 'muted');
	return [...lines(problem.message, 'bad'), ...lines(problem.advice)];
}

/** One captured text with the lines that facts rest on. */
export function EvidenceText({ evidence: id, ...place }: OverlayProps & { readonly evidence: string }): ReactElement {
	const { width, height, isActive, actions, handle, read } = place;
	const captured = capturedIn(handle.events()).find((each) => each.evidence.id === id);
	const { m } = useUi();
	const content = useMemo(() => {
		const text = read(id);
		if (text.length === 0) return documentOf(emptyDocument(captured?.evidence.problem ?? null, m));
		return capturedOf([{ heading: null, evidence: id, lines: text, marked: captured ? marksOf(captured) : [] }]);
	}, [read, id, captured, m]);
	useBindings(
		'screen',
		'here',
		[
			{ keys: ['Enter'], does: 'close', act: actions.close },
			{
				...{ keys: ['Y'], does: 'copyCommand' },
				act: () => actions.copy(commandsBehind(handle.events(), [id]), 'command'),
			},
		],
		isActive,
	);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Line text={captured?.evidence.source ?? id} width={width} tone="title" />
			<ScrollPane content={content} width={width} height={height - 1} focus={isActive ? 'full' : 'none'} />
		</Box>
	);
}
