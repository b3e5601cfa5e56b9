import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { ArticleEntry } from '../../engine/door-host.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import type { PaneFocus } from '../pane/use-pane.ts';
import { useBindings } from '../bindings.ts';
import { useUi } from '../ui.ts';
import { useMarkdown } from '../use-markdown.ts';
import { Line } from '../widgets/Line.tsx';
import type { OverlayProps } from './props.ts';

interface ArticlePaneProps {
	readonly entry: ArticleEntry | undefined;
	readonly width: number;
	readonly height: number;
	readonly focus: PaneFocus;
}

/** One article, beside a screen or on top of it. */
export function ArticlePane({ entry, width, height, focus }: ArticlePaneProps): ReactElement {
	const { m } = useUi();
	const content = useMarkdown(entry?.body ?? m.knowledge.missing, width);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden" flexShrink={0}>
			<Line text={entry?.title ?? ''} width={width} tone="title" />
			<ScrollPane content={content} width={width} height={height - 1} focus={focus} />
		</Box>
	);
}

export function Article({ id, ...place }: OverlayProps & { readonly id: string }): ReactElement {
	const { width, height, isActive, actions, host } = place;
	useBindings('screen', 'here', [{ keys: ['Enter', 'a'], does: 'close', act: actions.close }], isActive);
	return <ArticlePane entry={host.articles.get(id)} width={width} height={height} focus={isActive ? 'full' : 'none'} />;
}
