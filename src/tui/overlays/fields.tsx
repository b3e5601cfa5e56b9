import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';
import type { OverlayProps } from './props.ts';
import { TextOverlay } from './TextOverlay.tsx';

export function Bundle({ width, height, isActive, actions, host }: OverlayProps): ReactElement {
	const { m } = useUi();
	return (
		<TextOverlay
			title={m.bundle.title}
			intro=""
			field={m.bundle.field}
			width={width}
			height={height}
			isActive={isActive}
			onSubmit={(path) => path.trim() !== '' && actions.switchTo(() => host.openBundle(path.trim()))}
			onCancel={actions.close}
		/>
	);
}
