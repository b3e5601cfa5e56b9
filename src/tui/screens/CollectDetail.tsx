import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import { shortSource } from '../../domain/index.ts';
import type { CollectionItem, EvidenceView } from '../../session/screen-types.ts';
import type { LineReader } from '../documents/proof.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { capturedOf, documentOf, lines } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import type { PaneFocus } from '../pane/use-pane.ts';
import type { Glyphs, Tone } from '../theme.ts';
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
}

/** Rows below which the output needs each of them. */
const lowBelow = 12;

interface Note {
	readonly text: string;
	readonly tone: Tone;
	readonly rows: number;
}

/** One collector: what it runs, why, at which risk, what went wrong, and its output. */
export function CollectDetail({ item, read, width, height, focus, isReading }: CollectDetailProps): ReactElement {
	const { m, glyphs } = useUi();
	const content = useMemo(
		() =>
			item.evidence.length === 0
				? documentOf(lines(m.collect.nothingYet, 'muted'))
				: capturedOf(
						item.evidence.map((each) => ({
							...{ heading: headingOf(each, m, glyphs), evidence: each.id },
							...{ lines: read(each.id), marked: each.marked },
						})),
					),
		[item.evidence, read, m, glyphs],
	);
	const told = notesOf(item, height, m, glyphs);
	const notes = withinRows(isReading ? told.slice(0, 1) : told, width, height - 3);
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

function notesOf(item: CollectionItem, height: number, m: TuiMessages, glyphs: Glyphs): readonly Note[] {
	const [first = m.collect.unplanned, ...more] = item.commands;
	const facts = item.evidence.flatMap((each) => each.facts);
	const found = [item.problem, ...item.evidence.map((each) => each.problem)].filter((problem) => problem !== null);
	const problems = new Set(found.map((problem) => `${problem.message} ${problem.advice}`));
	const command = more.length === 0 ? first : `${first} (+${more.length})`;
	return [
		{ text: item.commands.length === 0 ? command : `$ ${command}`, tone: 'accent', rows: 2 },
		{ text: `${m.collect.risk}: ${m.risks[item.risk]}. ${item.why}`, tone: 'muted', rows: 2 },
		...[...problems].map((text): Note => ({ text, tone: 'warn', rows: 3 })),
		...(item.state === 'needs-consent' ? [{ text: m.collect.consentHint, tone: 'warn', rows: 2 } satisfies Note] : []),
		...(facts.length === 0
			? []
			: [
					{
						text: `${m.collect.facts}: ${facts.join(` ${glyphs.separator} `)}`,
						tone: 'good',
						rows: height < lowBelow ? 1 : 2,
					} satisfies Note,
				]),
	];
}

/** Drops what no longer fits, so that the output always keeps some rows. */
function withinRows(notes: readonly Note[], width: number, rows: number): readonly Note[] {
	let left = rows;
	return notes.flatMap((note) => {
		const taken = Math.min(left, paragraphRows(note.text, width, note.rows));
		left -= taken;
		return taken > 0 ? [{ ...note, rows: taken }] : [];
	});
}

function headingOf(evidence: EvidenceView, m: TuiMessages, glyphs: Glyphs): string {
	const parts = [
		m.collect.lines(evidence.lines),
		evidence.exitCode === null ? '' : m.collect.exit(evidence.exitCode),
		evidence.truncated ? m.collect.truncated : '',
		evidence.lines === 0 ? m.collect.empty : '',
	];
	const rule = glyphs.rule.repeat(2);
	return `${rule} ${shortSource(evidence.source)}: ${parts.filter((part) => part !== '').join(', ')} ${rule}`;
}
