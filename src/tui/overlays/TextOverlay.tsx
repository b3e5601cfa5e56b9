import { Box } from 'ink';
import type { ReactElement } from 'react';
import { Heading } from '../widgets/Heading.tsx';
import { TextField } from '../widgets/TextField.tsx';

interface TextOverlayProps {
	readonly title: string;
	readonly intro: string;
	readonly field: string;
	readonly width: number;
	readonly height: number;
	readonly isActive: boolean;
	readonly onSubmit: (text: string) => void;
	readonly onCancel: () => void;
}

/** A title above one line to type. */
export function TextOverlay({
	title,
	intro,
	field,
	width,
	height,
	isActive,
	onSubmit,
	onCancel,
}: TextOverlayProps): ReactElement {
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={title} why={intro} width={width} />
			<Box marginTop={1}>
				<TextField label={field} width={width} isFocused={isActive} onSubmit={onSubmit} onCancel={onCancel} />
			</Box>
		</Box>
	);
}
