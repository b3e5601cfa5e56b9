import type { ReactElement } from 'react';
import type { ExportPreview } from '../../engine/door-host.ts';
import { chosenIn } from '../../session/redaction-choice.ts';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';
import { TextOverlay } from './TextOverlay.tsx';

type RedactionProps = OverlayProps & { readonly preview: ExportPreview | null };

/** One more text that no export of this session may hold. */
export function HideText({ width, height, isActive, actions, handle }: OverlayProps): ReactElement {
	const { m } = useUi();
	// Not asked of the preview: that may be on its way, and what it does not tell would be dropped.
	const { hide, keep } = chosenIn(handle.events());
	const add = async (text: string): Promise<void> => {
		if (text.trim() === '') return actions.notify(m.export.emptyText);
		const chosen = { type: 'choose-redaction', hide: [...new Set([...hide, text.trim()])], keep } as const;
		if (await actions.send(chosen)) actions.close();
	};
	return (
		<TextOverlay
			title={m.export.hide}
			intro={m.export.hideIntro}
			field={m.export.hideField}
			width={width}
			height={height}
			isActive={isActive}
			onSubmit={(text) => void add(text)}
			onCancel={actions.close}
		/>
	);
}

/** Rules that hide too much here are lifted for this session, and taken up again. Enter alone changes nothing. */
export function LiftRule({ preview, width, height, isActive, actions, handle }: RedactionProps): ReactElement {
	const { m } = useUi();
	const { hide, keep } = chosenIn(handle.events());
	const rules = preview?.rules ?? [];
	const toggle = async (id: string): Promise<void> => {
		if (id === '') return actions.close();
		const next = keep.includes(id) ? keep.filter((each) => each !== id) : [...keep, id];
		if (await actions.send({ type: 'choose-redaction', hide, keep: next })) actions.close();
	};
	return (
		<ListOverlay
			title={m.export.lift}
			intro={m.export.liftIntro}
			choices={[
				{ value: '', label: m.export.leaveRules },
				...rules.map(({ id, title }) => ({
					value: id,
					label: keep.includes(id) ? m.export.restoreRule(title) : m.export.liftRule(title),
					detail: id,
				})),
			]}
			empty=""
			detailRows={1}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(id) => void toggle(id)}
		/>
	);
}
