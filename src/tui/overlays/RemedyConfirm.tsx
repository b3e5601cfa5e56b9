import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { RemedyView } from '../../session/screen-types.ts';
import { commandsOf } from '../../session/commands.ts';
import { refusalOf, remedyDocument } from '../documents/remedy.ts';
import { documentOf } from '../pane/content.ts';
import { remediesOf } from '../screens/diagnosis-choices.ts';
import { useUi } from '../ui.ts';
import type { OverlayProps } from './props.ts';
import { TypedConsent } from './TypedConsent.tsx';

interface RemedyConfirmProps extends OverlayProps {
	readonly diagnosis: string;
	readonly remedy: string;
	readonly undo: boolean;
}

/** What a remedy or its undo would do, and the typed consent to it. */
export function RemedyConfirm({ diagnosis, remedy: id, undo, ...place }: RemedyConfirmProps): ReactElement | null {
	const { m } = useUi();
	const { screen, actions, width, height, isActive } = place;
	const { body } = screen;
	const view = (body.kind === 'diagnosis' ? remediesOf(body) : []).find((each) => each.diagnosis === diagnosis && each.id === id);
	const content = useMemo(() => documentOf(view ? remedyDocument(view, undo, m) : []), [view, undo, m]);
	usePreview(view, undo, place);
	if (!view) return null;
	const apply = async (): Promise<void> => {
		if (await actions.send({ type: 'apply-remedy', diagnosis, remedy: id, undo })) actions.close();
	};
	return (
		<TypedConsent
			title={undo ? m.remedy.undoOf(view.title) : m.diagnosis.remedy(view.kind, view.title)}
			content={content}
			commands={commandsOf(undo ? view.undo : view.actions)}
			word={view.confirmWord}
			refusal={screen.isReadOnly ? m.remedy.readOnly : refusalOf(view, undo, screen.legal.has('apply-remedy'), m)}
			width={width}
			height={height}
			isActive={isActive}
			onConsent={() => void apply()}
			onWrongWord={() => actions.notify(m.remedy.wrongWord(view.confirmWord))}
			onCancel={actions.close}
		/>
	);
}

/** Asks once, when it is opened, what would be changed now: what was shown earlier may no longer hold. */
function usePreview(view: RemedyView | undefined, undo: boolean, { screen, actions }: OverlayProps): void {
	const isAsked = useRef(false);
	const state = (undo ? view?.undoPreview : view?.preview)?.state;
	const canAsk = screen.legal.has('preview-remedy') && (state === 'missing' || state === 'ready');
	const [diagnosis, remedy] = [view?.diagnosis, view?.id];
	useEffect(() => {
		if (isAsked.current || !canAsk || diagnosis === undefined || remedy === undefined) return;
		isAsked.current = true;
		void actions.send({ type: 'preview-remedy', diagnosis, remedy, undo });
	}, [actions, canAsk, diagnosis, remedy, undo]);
}
