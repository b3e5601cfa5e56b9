import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { PaneContent } from '../pane/content.ts';
import { ScrollPane } from '../pane/ScrollPane.tsx';
import { useCopy } from '../copy.ts';
import { useBindings } from '../bindings.ts';
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
	/** What Y copies: the commands that would be run. */
	readonly commands: string;
	readonly onConsent: () => void;
	readonly onWrongWord: () => void;
	readonly onCancel: () => void;
}

/** No word of consent is written with it. */
const copyKeys = ['Y'];

/** The only way to anything above `read`: no key and no list does it, only the typed word. */
export function TypedConsent(props: TypedConsentProps): ReactElement {
	const { title, content, commands, word, refusal, width, height, isActive, onConsent, onWrongWord, onCancel } = props;
	const { m } = useUi();
	const copy = useCopy();
	useBindings(
		'screen',
		'here',
		[
			{ keys: ['Y'], does: 'copyCommand', act: () => copy(commands, 'command') },
			...(refusal === null ? [] : [{ keys: ['Enter'], does: 'close', act: onCancel } as const]),
		],
		isActive,
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
					leaves={word.includes('Y') ? [] : copyKeys}
					onSubmit={(text) => (text.trim() === word ? onConsent() : onWrongWord())}
					onCancel={onCancel}
				/>
			) : (
				<Line text={refusal} width={width} tone="warn" />
			)}
		</Box>
	);
}
