import { type ReactElement, useState } from 'react';
import { placeOf, sourceOf } from '../../domain/index.ts';
import { capturedIn } from '../documents/evidence.ts';
import type { NotableLine } from '../notes.ts';
import { useKeys } from '../router.ts';
import { foreignLine } from '../text/foreign.ts';
import { useUi } from '../ui.ts';
import type { OverlayProps } from './props.ts';
import { TextOverlay } from './TextOverlay.tsx';

interface NoteProps extends OverlayProps {
	/** The line at hand; null where there is none. */
	readonly line: NotableLine | null;
	readonly isOnLine: boolean;
}

/** A note on the step, or on a line of the evidence; Tab goes from one to the other. */
export function Note({ line, isOnLine, width, height, isActive, actions, handle }: NoteProps): ReactElement {
	const { m } = useUi();
	const [wantsLine, setWantsLine] = useState(isOnLine);
	const chosen = wantsLine ? line : null;
	useKeys(
		'screen',
		(_, key) => {
			if (key.tab) setWantsLine(!wantsLine);
			return key.tab;
		},
		isActive && line !== null,
	);
	const save = async (text: string): Promise<void> => {
		if (text.trim() === '') return actions.notify(m.note.empty);
		if (!(await actions.send({ type: 'note', text, ...(chosen && { place: chosen.place }) }))) return;
		actions.close();
		actions.notify(m.note.saved);
	};
	const nameOf = ({ place }: NotableLine): string => {
		const found = capturedIn(handle.events()).find(({ evidence }) => evidence.id === place.evidence)?.evidence;
		const { file, line: at } = found ? sourceOf(found, place.firstLine) : { file: place.evidence, line: place.firstLine };
		return foreignLine(placeOf(file, at));
	};
	return (
		<TextOverlay
			title={chosen === null ? m.note.title : m.note.onLine(nameOf(chosen))}
			intro={[chosen?.text.trim() ?? '', line === null ? '' : wantsLine ? m.note.toStep : m.note.toLine].join('\n').trim()}
			field={m.note.field}
			width={width}
			height={height}
			isActive={isActive}
			onSubmit={(text) => void save(text)}
			onCancel={actions.close}
		/>
	);
}
