import { Box } from 'ink';
import { type ReactElement, useMemo, useState } from 'react';
import type { DiagnosisScreen } from '../../session/screen-types.ts';
import { useBindings } from '../bindings.ts';
import { diagnosisDocument } from '../documents/diagnosis.ts';
import { ArticlePane } from '../overlays/Article.tsx';
import { documentOf } from '../pane/content.ts';
import { leastRows } from '../pane/least-rows.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { allot, fixed } from '../text/allot.ts';
import { useUi } from '../ui.ts';
import { hasGrown } from '../../session/log-growth.ts';
import { useGrown } from '../use-followed-log.ts';
import { useMarkdownSoon } from '../use-markdown.ts';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';
import { SelectList } from '../widgets/SelectList.tsx';
import { choicesOf, commandsAt, diagnosisOf, performChoice, remediesOf } from './diagnosis-choices.ts';
import { LogLine } from './LogLine.tsx';
import { SearchLine, searchRows } from './SearchLine.tsx';
import type { ScreenProps } from './props.ts';
import { WatchLine } from './WatchLine.tsx';

const besideFrom = 110;
const headlineRows = 3;
const leastChoices = 3;

type Focus = 'list' | 'text' | 'article';

/** The named causes with their proof, and what can be done. */
export function Diagnosis({
	body,
	screen,
	width,
	height,
	isActive,
	actions,
	read,
	host,
	handle,
	log,
}: ScreenProps<DiagnosisScreen>): ReactElement {
	const { m } = useUi();
	useMarkdownSoon();
	const grown = useGrown(log);
	const isGrowing = hasGrown(grown);
	const [focus, setFocus] = useState<Focus>('list');
	const [article, setArticle] = useState<string | null>(null);
	const treated = remediesOf(body).filter((remedy) => remedy.state === 'applied').length;
	const [moved, setMoved] = useState<{ readonly treated: number; readonly value: string } | null>(null);
	// A remedy that was applied leaves the highlight to what is next.
	const highlighted = moved?.treated === treated ? moved.value : null;
	const content = useMemo(() => documentOf(diagnosisDocument(body, read, m)), [body, read, m]);
	const canBeside = width >= besideFrom;
	const isBeside = canBeside && article !== null;
	const ring: readonly Focus[] = isBeside ? ['list', 'text', 'article'] : ['list', 'text'];
	const present = ring.includes(focus) ? focus : 'list';
	const showArticle = (id: string): void => {
		if (canBeside) setArticle(id);
		else actions.open({ kind: 'article', id });
	};
	const wanted = diagnosisOf(highlighted) ?? body.diagnoses[0]?.id;
	const nextPane = (): void => setFocus(ring[(ring.indexOf(present) + 1) % ring.length] ?? 'list');
	const copyCommand = (): void => actions.copy(commandsAt(highlighted, body, handle.events()), 'command');
	useBindings(
		'screen',
		'here',
		[
			...(isBeside ? [{ keys: ['a', 'Escape'], does: 'closeArticle', act: () => setArticle(null) } as const] : []),
			...(!isBeside && wanted !== undefined ? [{ keys: ['a'], does: 'article', act: () => showArticle(wanted) } as const] : []),
			{ keys: ['Tab'], does: 'otherPane', act: nextPane },
			{ keys: ['Y'], does: 'copyCommand', act: copyCommand },
		],
		isActive,
	);
	const choices = choicesOf(body, screen, m);
	const left = isBeside ? Math.floor((width - 2) / 2) : width;
	const headline = `${m.diagnosis.verdicts[body.verdict]}: ${body.headline}`;
	const rows = allot(height, {
		news: fixed((body.watch === null ? 0 : 1) + (isGrowing ? 1 : 0) + searchRows(screen.search, left, m)),
		headline: { least: 1, most: paragraphRows(headline, left, headlineRows) },
		list: { least: Math.min(choices.length, leastChoices), most: Math.min(choices.length, Math.floor(height / 3)) },
		pane: fixed(leastRows(content, left)),
		below: { least: 0, most: 1 },
		above: { least: 0, most: 1 },
	});
	const paneHeight = height - rows.news - rows.headline - rows.list - rows.below - rows.above;
	const focusOf = (pane: Focus) =>
		!isActive ? 'none' : present === pane ? 'full' : present === 'list' && pane === 'text' ? 'paging' : 'none';
	return (
		<Box width={width} height={height} columnGap={2} overflow="hidden">
			<Box flexDirection="column" width={left} height={height} overflow="hidden" flexShrink={0}>
				<Paragraph text={headline} width={left} rows={rows.headline} tone={body.verdict === 'healthy' ? 'good' : 'bad'} />
				{body.watch && <WatchLine watch={body.watch} width={left} />}
				{isGrowing && <LogLine grown={grown} width={left} canRepeat={screen.legal.has('repeat')} />}
				<SearchLine search={screen.search} width={left} />
				<Box marginTop={rows.above} marginBottom={rows.below}>
					<ScrollPane content={content} width={left} height={Math.max(2, paneHeight)} focus={focusOf('text')} />
				</Box>
				<SelectList
					key={treated}
					choices={choices}
					width={left}
					height={rows.list}
					isFocused={isActive && present === 'list'}
					onHighlight={(value) => setMoved({ treated, value })}
					onChoose={(value) => performChoice(value, body, actions, showArticle)}
				/>
			</Box>
			{isBeside && article !== null && (
				<ArticlePane
					key={article}
					entry={host.articles.get(article)}
					width={width - left - 2}
					height={height}
					focus={focusOf('article')}
				/>
			)}
		</Box>
	);
}
