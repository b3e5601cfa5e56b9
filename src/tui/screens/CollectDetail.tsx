import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import { shortSource } from '../../domain/index.ts';
import type { CollectionItem, EvidenceView } from '../../session/screen-types.ts';
import type { LineReader } from '../documents/proof.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { capturedOf, documentOf, lines } from '../pane/content.ts';
import { leastRows } from '../pane/least-rows.ts';
import { gutterWidth, ScrollPane } from '../pane/ScrollPane.tsx';
import type { PaneFocus } from '../pane/use-pane.ts';
import { widthOf } from '../text/cells.ts';
import { foreignLine } from '../text/foreign.ts';
import { shortenStart } from '../text/shorten.ts';
import type { Glyphs } from '../theme.ts';
import { useUi } from '../ui.ts';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';
import { notesOf, withinRows } from './collect-notes.ts';

interface CollectDetailProps {
	readonly item: CollectionItem;
	readonly read: LineReader;
	readonly width: number;
	readonly height: number;
	readonly focus: PaneFocus;
	/** The output has the rows that what is said about it would take. */
	readonly isReading: boolean;
	readonly canConsent: boolean;
}

/** One collector: what it runs, why, at which risk, what went wrong, and its output. */
export function CollectDetail({ item, read, width, height, focus, isReading, canConsent }: CollectDetailProps): ReactElement {
	const { m, glyphs } = useUi();
	const content = useMemo(
		() =>
			item.evidence.length === 0
				? documentOf(lines(m.collect.nothingYet, 'muted'))
				: capturedOf(
						item.evidence.map((each) => ({
							...{ heading: headingOf(each, width - gutterWidth, m, glyphs), evidence: each.id },
							...{ lines: read(each.id), marked: each.marked },
						})),
					),
		[item.evidence, read, width, m, glyphs],
	);
	const told = notesOf(item, canConsent, m, glyphs);
	const notes = withinRows(isReading ? told.slice(0, 1) : told, width, height - leastRows(content, width));
	const taken = notes.reduce((sum, note) => sum + paragraphRows(note.text, width, note.rows), 0);
	const evidence = item.evidence.map((each) => `${each.id}:${each.marked[0]?.firstLine ?? 0}`).join(',');
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden" flexShrink={0}>
			{notes.map((note) => (
				<Paragraph key={note.text} text={note.text} width={width} rows={note.rows} tone={note.tone} />
			))}
			<ScrollPane
				key={`${item.collector}/${evidence}`}
				content={content}
				width={width}
				height={Math.max(2, height - taken)}
				focus={focus}
			/>
		</Box>
	);
}

/** In one row, however narrow: the source gives way. */
function headingOf(evidence: EvidenceView, width: number, m: TuiMessages, glyphs: Glyphs): string {
	const parts = [
		m.collect.lines(evidence.lines),
		evidence.exitCode === null ? '' : m.collect.exit(evidence.exitCode),
		evidence.truncated ? m.collect.truncated : '',
		evidence.lines === 0 ? m.collect.empty : '',
	];
	const rule = glyphs.rule.repeat(2);
	const told = `: ${parts.filter((part) => part !== '').join(', ')} ${rule}`;
	const room = Math.max(8, width - widthOf(`${rule} ${told}`));
	return `${rule} ${shortenStart(foreignLine(shortSource(evidence.source)), room, glyphs.ellipsis)}${told}`;
}
