import { Box } from 'ink';
import { type ReactElement, useState } from 'react';
import { useBindings } from '../bindings.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import { SelectList } from '../widgets/SelectList.tsx';
import { TextField } from '../widgets/TextField.tsx';
import type { OverlayProps } from './props.ts';

/** All articles, with a search over them. */
export function Knowledge({ width, height, isActive, actions, host }: OverlayProps): ReactElement {
	const { m } = useUi();
	const [query, setQuery] = useState('');
	const [isTyping, setTyping] = useState(false);
	const found = host.articles.search(query);
	useBindings('screen', 'here', [{ keys: ['/'], does: 'searchArticles', act: () => setTyping(true) }], isActive && !isTyping);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Line text={m.knowledge.title} width={width} tone="title" />
			<TextField
				label={isTyping || query !== '' ? m.knowledge.search : `/ ${m.keys.search}`}
				width={width}
				isFocused={isActive && isTyping}
				onChange={setQuery}
				onSubmit={() => setTyping(false)}
				onCancel={() => setTyping(false)}
			/>
			<Line text={found.length === 0 ? m.knowledge.empty : ''} width={width} tone="muted" />
			<SelectList
				choices={found.map((each) => ({ value: each.id, label: each.title }))}
				width={width}
				height={height - 3}
				isFocused={isActive && !isTyping}
				onChoose={(id) => actions.open({ kind: 'article', id })}
			/>
		</Box>
	);
}
