import { type ReactElement, useMemo } from 'react';
import { blank, documentOf, lines } from '../pane/content.ts';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';
import { TypedConsent } from './TypedConsent.tsx';

/** Which debugger, where there are several; and the typed consent to one that holds a process still. */
export function Debug({ subject, ...place }: OverlayProps & { readonly subject: string | null }): ReactElement | null {
	const { m } = useUi();
	const { screen, actions, width, height, isActive } = place;
	const chosen = screen.debuggers.find((each) => each.subject === subject);
	const content = useMemo(
		() =>
			documentOf(
				chosen
					? [
							...lines(m.risks[chosen.risk], 'bad'),
							...lines(m.debug.pause),
							blank,
							...lines(m.consent.command, 'title'),
							...lines(chosen.command, 'accent', 2),
						]
					: [],
			),
		[chosen, m],
	);
	const start = async (id: string): Promise<void> => {
		actions.close();
		await actions.send({ type: 'debug', subject: id });
	};
	if (chosen && chosen.risk !== 'read') {
		return (
			<TypedConsent
				title={m.debug.consent(chosen.title)}
				content={content}
				commands={chosen.command}
				word={chosen.risk}
				refusal={null}
				width={width}
				height={height}
				isActive={isActive}
				onConsent={() => void start(chosen.subject)}
				onWrongWord={() => actions.notify(m.remedy.wrongWord(chosen.risk))}
				onCancel={actions.close}
			/>
		);
	}
	return (
		<ListOverlay
			title={m.debug.title}
			intro={m.debug.intro}
			choices={screen.debuggers.map((each) => ({
				value: each.subject,
				label: each.risk === 'read' ? each.title : `${each.title} (${m.risks[each.risk]})`,
				detail: each.command,
			}))}
			empty=""
			detailRows={2}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(id) => {
				const one = screen.debuggers.find((each) => each.subject === id);
				if (one?.risk === 'read') void start(id);
				else actions.open({ kind: 'debug', subject: id });
			}}
		/>
	);
}
