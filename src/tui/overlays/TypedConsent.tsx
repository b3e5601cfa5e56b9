import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { PaneContent } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useKeys } from '../router.ts';
import { useUi } from '../ui.ts';
import { Line } from '../widgets/Line.tsx';
import { TextField } from '../widgets/TextField.tsx';

interface TypedConsentProps {
	readonly title: string;
	/** Exactly what would be done. */
	readonly content: PaneContent;
	/** Word to be typed. */
	readonly word: string;
	/** Why it cannot be done now; null when it can. */
	readonly refusal: string | null;
	readonly width: number;
	readonly height: number;
	readonly isActive: boolean;
	readonly onConsent: () => void;
	readonly onWrongWord: () => void;
	readonly onCancel: () => void;
}

/** The only way to anything above `read`: no key and no list does it, only the typed word. */
export function TypedConsent(props: TypedConsentProps): ReactElement {
	const { title, content, word, refusal, width, height, isActive, onConsent, onWrongWord, onCancel } = props;
	const { m } = useUi();
	useKeys(
		'screen',
		(_, key) => {
			if (key.return) onCancel();
			return key.return;
		},
		isActive && refusal !== null,
	);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Line text={title} width={width} tone="title" />
			<ScrollPane content={content} width={width} height={height - 2} focus={isActive ? 'full' : 'none'} />
			{refusal === null ? (
				<TextField
					label={m.remedy.type(word)}
					width={width}
					isFocused={isActive}
					onSubmit={(text) => (text.trim() === word ? onConsent() : onWrongWord())}
					onCancel={onCancel}
				/>
			) : (
				<Line text={refusal} width={width} tone="warn" />
			)}
		</Box>
	);
}
