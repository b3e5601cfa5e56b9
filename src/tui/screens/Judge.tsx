import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import type { Verdict } from '../../domain/index.ts';
import { commandsOfProof } from '../../session/commands.ts';
import type { JudgeScreen } from '../../session/screen-types.ts';
import { useBindings } from '../bindings.ts';
import { judgeDocument } from '../documents/judge.ts';
import { documentOf } from '../pane/content.ts';
import { leastRows } from '../pane/least-rows.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { allot, fixed } from '../text/allot.ts';
import { widthOf } from '../text/cells.ts';
import { pad } from '../text/shorten.ts';
import type { Tone } from '../theme.ts';
import { useUi } from '../ui.ts';
import { Heading, reasonRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';
import type { ScreenProps } from './props.ts';

const verdicts: readonly Verdict[] = ['confirmed', 'refuted', 'inconclusive'];
const verdictTones: Readonly<Record<Verdict, Tone>> = { confirmed: 'accent', refuted: 'accent', inconclusive: 'warn' };
const statementRows = 3;
/** Headings and places stand between the lines that prove it. */
const quotedRows = 10;

/** What the evidence says to one rule, and where that leads. */
export function Judge({ body, screen, width, height, isActive, actions, read, handle }: ScreenProps<JudgeScreen>): ReactElement {
	const { m, glyphs } = useUi();
	const { finding } = body;
	const content = useMemo(() => documentOf(judgeDocument(body, read, m)), [body, read, m]);
	useBindings(
		'screen',
		'here',
		[
			...(screen.legal.has('continue')
				? [{ keys: ['Enter'], does: 'goOn', act: () => void actions.send({ type: 'continue' }) } as const]
				: []),
			{
				...{ keys: ['Y'], does: 'copyCommand' },
				act: () => actions.copy(commandsOfProof(handle.events(), [finding]), 'command'),
			},
		],
		isActive,
	);
	const here = ` (${m.judge.here})`;
	const statement = `${m.verdicts[finding.verdict].toUpperCase()}: ${finding.statement}`;
	const rows = allot(height, {
		title: fixed(1),
		statement: { least: 1, most: paragraphRows(statement, width, statementRows) },
		leads: { least: 1, most: verdicts.length },
		pane: fixed(leastRows(content, width, quotedRows)),
		why: { least: 0, most: reasonRows(body.why, width) },
		above: { least: 0, most: 1 },
		below: { least: 0, most: 1 },
	});
	const told = rows.leads < verdicts.length ? [finding.verdict] : verdicts;
	const taken = rows.title + told.length + rows.statement + rows.why + rows.above + rows.below;
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={body.title} why={body.why} width={width} rows={rows.why} />
			<Box marginTop={rows.above}>
				<Paragraph text={statement} width={width} rows={rows.statement} tone={verdictTones[finding.verdict]} />
			</Box>
			{told.map((verdict) => {
				const isHere = verdict === finding.verdict;
				const sign = isHere ? glyphs.pointer : ' ';
				const words = `${sign} ${pad(m.verdicts[verdict].toUpperCase(), 12, '')} ${m.judge.leadsTo} ${glyphs.arrow} ${body.leadsTo[verdict]}`;
				return (
					<Line
						key={verdict}
						text={isHere && screen.legal.has('continue') && widthOf(words) + widthOf(here) <= width ? `${words}${here}` : words}
						width={width}
						tone={isHere ? 'plain' : 'muted'}
					/>
				);
			})}
			<Box marginTop={rows.below}>
				<ScrollPane content={content} width={width} height={Math.max(2, height - taken)} focus={isActive ? 'full' : 'none'} />
			</Box>
		</Box>
	);
}
