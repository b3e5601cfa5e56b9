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
import type { Glyphs, Tone } from '../theme.ts';
import { allot, type Wish } from '../text/allot.ts';
import { useUi } from '../ui.ts';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';

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

interface Note {
	readonly text: string;
	readonly tone: Tone;
	readonly rows: number;
	/** Rows that it has even where the output would need them. */
	readonly least: number;
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

function notesOf(item: CollectionItem, canConsent: boolean, m: TuiMessages, glyphs: Glyphs): readonly Note[] {
	const [first = m.collect.unplanned, ...more] = item.commands;
	const facts = item.evidence.flatMap((each) => each.facts);
	const found = [item.problem, ...item.evidence.map((each) => each.problem)].filter((problem) => problem !== null);
	const problems = new Set(found.map((problem) => `${problem.message} ${problem.advice}`));
	const command = more.length === 0 ? first : `${first} (+${more.length})`;
	const waits = canConsent && item.state === 'needs-consent';
	return [
		{ text: item.commands.length === 0 ? command : `$ ${command}`, tone: 'accent', rows: 2, least: 1 },
		{
			text: `${m.collect.risk}: ${m.risks[item.risk]}. ${item.why}`,
			tone: 'muted',
			rows: 2,
			least: item.risk === 'read' ? 0 : 1,
		},
		...[...problems].map((text): Note => ({ text, tone: 'warn', rows: 3, least: 1 })),
		...(waits ? [{ text: m.collect.consentHint, tone: 'warn', rows: 2, least: 1 } satisfies Note] : []),
		...(facts.length === 0
			? []
			: [
					{
						text: `${m.collect.facts}: ${facts.join(` ${glyphs.separator} `)}`,
						...({ tone: 'good', rows: 2, least: 1 } satisfies Partial<Note>),
					},
				]),
	];
}

/** Each gets its least first, then the upper ones more; what no longer fits is dropped, so that the output keeps its rows. */
function withinRows(notes: readonly Note[], width: number, rows: number): readonly Note[] {
	const wishes = notes.map((note): [string, Wish] => [
		note.text,
		{ least: note.least, most: paragraphRows(note.text, width, note.rows) },
	]);
	const given = allot(Math.max(1, rows), Object.fromEntries(wishes));
	return notes.flatMap((note) => ((given[note.text] ?? 0) > 0 ? [{ ...note, rows: given[note.text] ?? 0 }] : []));
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
