import { Box } from 'ink';
import { type ReactElement, useMemo, useState } from 'react';
import { capturedOf } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useKeys, usePastes } from '../router.ts';
import { rawLines } from '../text/foreign.ts';
import { useUi } from '../ui.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { erased, pasted, typed } from './paste-buffer.ts';
import type { OverlayProps } from './props.ts';

/** Evidence obtained elsewhere. The parsers recognise its format. */
export function Paste({ text, width, height, isActive, actions }: OverlayProps & { readonly text: string }): ReactElement {
	const { m } = useUi();
	const [buffer, setBuffer] = useState(() => pasted({ text: '', isTyped: false }, text));
	const lines = useMemo(() => rawLines(buffer.text), [buffer.text]);
	const content = useMemo(() => capturedOf([{ heading: null, lines, marked: [] }]), [lines]);
	const send = async (): Promise<void> => {
		if (buffer.text.trim() === '') return actions.notify(m.paste.empty);
		const intent = { type: 'paste', text: buffer.text, format: null, source: m.paste.source } as const;
		if (!(await actions.send(intent))) return;
		actions.close();
		actions.notify(m.paste.sent);
	};
	useKeys(
		'field',
		(input, key) => {
			if (key.escape) actions.close();
			else if ((key.ctrl && input === 'd') || (key.return && !buffer.isTyped)) void send();
			else if (key.return) setBuffer(typed(buffer, '\n'));
			else if (key.backspace) setBuffer(erased(buffer));
			else if (key.ctrl || key.meta || key.tab || input === '') return false;
			else setBuffer(typed(buffer, input));
			return true;
		},
		isActive,
	);
	usePastes(
		'field',
		(more) => {
			setBuffer(pasted(buffer, more));
			return true;
		},
		isActive,
	);
	const status = buffer.text === '' ? m.paste.empty : m.paste.size(lines.length, buffer.text.length);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={m.paste.title} why={m.paste.intro} width={width} />
			<Line text={status} width={width} tone="accent" />
			<ScrollPane
				content={content}
				width={width}
				height={Math.max(2, height - headingRows(m.paste.intro, width) - 1)}
				focus={isActive ? 'full' : 'none'}
			/>
		</Box>
	);
}
