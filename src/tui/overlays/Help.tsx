import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import { type Listing, useBindings } from '../bindings.ts';
import { helpDocument } from '../documents/help.ts';
import { documentOf } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import type { OverlayProps } from './props.ts';

interface HelpProps extends OverlayProps {
	/** Keys of what lies below. */
	readonly listings: readonly Listing[];
}

export function Help({ listings, width, height, isActive, actions, screen, host }: HelpProps): ReactElement {
	const { m } = useUi();
	const content = useMemo(() => documentOf(helpDocument(listings, screen.warnings, m)), [listings, screen.warnings, m]);
	useBindings('screen', 'here', [{ keys: ['Enter', '?'], does: 'close', act: actions.close }], isActive);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Line text={`${m.help.title} (httpd-medic ${host.version})`} width={width} tone="title" />
			<ScrollPane content={content} width={width} height={height - 1} focus={isActive ? 'full' : 'none'} />
		</Box>
	);
}
