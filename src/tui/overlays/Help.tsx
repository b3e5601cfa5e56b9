import { Box } from 'ink';
import { type ReactElement, useMemo } from 'react';
import { helpDocument } from '../documents/help.ts';
import { documentOf } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useKeys } from '../router.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import type { OverlayProps } from './props.ts';

export function Help({ width, height, isActive, actions, screen, host }: OverlayProps): ReactElement {
	const { m } = useUi();
	const content = useMemo(() => documentOf(helpDocument(screen.warnings, m)), [screen.warnings, m]);
	useKeys(
		'screen',
		(input, key) => {
			if (key.return || input === '?') actions.close();
			return key.return || input === '?';
		},
		isActive,
	);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Line text={`${m.help.title} (httpd-medic ${host.version})`} width={width} tone="title" />
			<ScrollPane content={content} width={width} height={height - 1} focus={isActive ? 'full' : 'none'} />
		</Box>
	);
}
