import { type ReactElement, useMemo } from 'react';
import type { CollectionItem } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { blank, documentOf, lines, type PaneLine } from '../pane/content.ts';
import { useUi } from '../ui.ts';
import type { OverlayProps } from './props.ts';
import { TypedConsent } from './TypedConsent.tsx';

/** Permission for one collector that does more than read. */
export function Consent({ collector, ...place }: OverlayProps & { readonly collector: string }): ReactElement | null {
	const { m } = useUi();
	const { screen, actions, width, height, isActive } = place;
	const { body } = screen;
	const item = body.kind === 'collect' ? body.items.find((each) => each.collector === collector) : undefined;
	const content = useMemo(() => documentOf(item ? consentLines(item, m) : []), [item, m]);
	if (!item) return null;
	const allow = async (): Promise<void> => {
		if (await actions.send({ type: 'consent', collector })) actions.close();
	};
	return (
		<TypedConsent
			title={m.consent.title(item.title)}
			content={content}
			commands={item.commands.join('\n')}
			word={item.risk}
			refusal={screen.legal.has('consent') ? null : m.remedy.notNow}
			width={width}
			height={height}
			isActive={isActive}
			onConsent={() => void allow()}
			onWrongWord={() => actions.notify(m.remedy.wrongWord(item.risk))}
			onCancel={actions.close}
		/>
	);
}

function consentLines(item: CollectionItem, m: TuiMessages): readonly PaneLine[] {
	const commands = item.commands.length > 0 ? item.commands : [m.consent.unplanned];
	return [
		...lines(m.risks[item.risk], 'bad'),
		...lines(item.why),
		blank,
		...lines(m.consent.command, 'title'),
		...commands.flatMap((command) => lines(command, 'accent', 2)),
	];
}
