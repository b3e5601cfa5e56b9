import { Box } from 'ink';
import { type ReactElement, useMemo, useState } from 'react';
import { capturedOf } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useKeys, usePastes } from '../router.ts';
import { rawLines } from '../text/foreign.ts';
import { useUi } from '../ui.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { ListOverlay } from './ListOverlay.tsx';
import { erased, pasted, typed } from './paste-buffer.ts';
import type { OverlayProps } from './props.ts';

/** Evidence obtained elsewhere. The parsers recognise its format. */
export function Paste({ text, width, height, isActive, actions, host }: OverlayProps & { readonly text: string }): ReactElement {
	const { m } = useUi();
	const [buffer, setBuffer] = useState(() => pasted({ text: '', isTyped: false }, text));
	const lines = useMemo(() => rawLines(buffer.text), [buffer.text]);
	const content = useMemo(() => capturedOf([{ heading: null, evidence: null, lines, marked: [] }]), [lines]);
	const [format, setFormat] = useState<string | null>(null);
	const [isChoosing, setChoosing] = useState(false);
	const formats = host.formats ?? [];
	const send = async (): Promise<void> => {
		if (buffer.text.trim() === '') return actions.notify(m.paste.empty);
		const intent = { type: 'paste', text: buffer.text, format, source: m.paste.source } as const;
		if (!(await actions.send(intent))) return;
		actions.close();
		actions.notify(m.paste.sent);
	};
	useKeys(
		'field',
		(input, key) => {
			if (key.escape) actions.close();
			else if (key.tab && formats.length > 0) setChoosing(true);
			else if ((key.ctrl && input === 'd') || (key.return && !buffer.isTyped)) void send();
			else if (key.return) setBuffer(typed(buffer, '\n'));
			else if (key.backspace) setBuffer(erased(buffer));
			else if (key.ctrl || key.meta || key.tab || input === '') return false;
			else setBuffer(typed(buffer, input));
			return true;
		},
		isActive && !isChoosing,
	);
	useKeys(
		'screen',
		(_, key) => {
			if (key.escape) setChoosing(false);
			return key.escape;
		},
		isActive && isChoosing,
	);
	usePastes(
		'field',
		(more) => {
			setBuffer(pasted(buffer, more));
			return true;
		},
		isActive && !isChoosing,
	);
	const status = buffer.text === '' ? m.paste.empty : m.paste.size(lines.length, buffer.text.length, buffer.isTyped);
	if (isChoosing) {
		return (
			<ListOverlay
				title={m.paste.formats}
				intro=""
				choices={[{ value: '', label: m.paste.recognise }, ...formats.map((each) => ({ value: each.id, label: each.title }))]}
				empty=""
				width={width}
				height={height}
				isActive={isActive}
				onChoose={(id) => {
					setFormat(id || null);
					setChoosing(false);
				}}
			/>
		);
	}
	const titleOfFormat = formats.find((each) => each.id === format)?.title ?? m.paste.recognise;
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={m.paste.title} why={m.paste.intro} width={width} />
			<Line text={status} width={width} tone="accent" />
			{formats.length > 0 && <Line text={m.paste.format(titleOfFormat)} width={width} tone="accent" />}
			<ScrollPane
				content={content}
				width={width}
				height={Math.max(2, height - headingRows(m.paste.intro, width) - (formats.length > 0 ? 2 : 1))}
				focus={isActive ? 'full' : 'none'}
			/>
		</Box>
	);
}
