import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';
import type { OverlayProps } from './props.ts';
import { TextOverlay } from './TextOverlay.tsx';

export function Note({ width, height, isActive, actions }: OverlayProps): ReactElement {
	const { m } = useUi();
	const save = async (text: string): Promise<void> => {
		if (text.trim() === '') return actions.notify(m.note.empty);
		if (!(await actions.send({ type: 'note', text }))) return;
		actions.close();
		actions.notify(m.note.saved);
	};
	return (
		<TextOverlay
			title={m.note.title}
			intro=""
			field={m.note.field}
			width={width}
			height={height}
			isActive={isActive}
			onSubmit={(text) => void save(text)}
			onCancel={actions.close}
		/>
	);
}

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
