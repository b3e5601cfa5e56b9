import { Box } from 'ink';
import { type ReactElement, useMemo, useState } from 'react';
import type { TuiMessages } from '../../catalogue/index.ts';
import { previewDocument } from '../documents/export-preview.ts';
import { documentOf, lines, type PaneLine } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { exportFormats } from '../palette/entries.ts';
import { useBindings } from '../bindings.ts';
import { useUi } from '../ui.ts';
import { type PreviewState, useExportPreview } from '../use-export-preview.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { SelectList } from '../widgets/SelectList.tsx';
import type { OverlayProps } from './props.ts';

function previewLines(looked: PreviewState, m: TuiMessages): readonly PaneLine[] {
	if ('percent' in looked) return lines(looked.percent === 0 ? m.export.looking : m.export.lookedAt(looked.percent), 'muted');
	return 'problem' in looked ? lines(m.export.unseen(looked.problem), 'bad') : previewDocument(looked.preview, m);
}

/** Rows that the preview keeps however many choices there are. */
const leastPreview = 5;

/** What would be hidden and where, above what it can be written as. */
export function Export({ width, height, isActive, actions, host, handle, screen }: OverlayProps): ReactElement {
	const { m } = useUi();
	const [focus, setFocus] = useState<'list' | 'pane'>('list');
	const looked = useExportPreview(host, handle, isActive, m);
	const preview = 'preview' in looked ? looked.preview : null;
	const content = useMemo(() => documentOf(previewLines(looked, m)), [looked, m]);
	useBindings(
		'screen',
		'here',
		[{ keys: ['Tab'], does: 'otherPane', act: () => setFocus(focus === 'list' ? 'pane' : 'list') }],
		isActive,
	);
	const choices = [
		...exportFormats.map((format) => ({ value: format, label: m.export.formats[format] })),
		{ value: 'archive', label: m.export.archive },
		...(screen.legal.has('choose-redaction')
			? [
					{ value: 'hide', label: m.export.hide },
					{ value: 'lift', label: m.export.lift },
				]
			: []),
	];
	const choose = (value: string): void => {
		if (value === 'hide') return actions.open({ kind: 'hide-text' });
		if (value === 'lift') return actions.open({ kind: 'lift-rule', preview });
		actions.close();
		actions.exportAs(exportFormats.find((each) => each === value) ?? 'archive');
	};
	const room = height - headingRows(m.export.intro, width);
	const listRows = Math.max(3, Math.min(choices.length, room - leastPreview));
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={m.export.title} why={m.export.intro} width={width} />
			<ScrollPane
				content={content}
				width={width}
				height={Math.max(2, room - listRows)}
				focus={!isActive ? 'none' : focus === 'pane' ? 'full' : 'paging'}
			/>
			<SelectList choices={choices} width={width} height={listRows} isFocused={isActive && focus === 'list'} onChoose={choose} />
		</Box>
	);
}
