import { type ReactElement, useMemo, useState } from 'react';
import type { OtherOperator } from '../../engine/door-host.ts';
import { documentOf, lines } from '../pane/content.ts';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';
import { TypedConsent } from './TypedConsent.tsx';

/** Who works on this target, too: going on separately is what Enter alone does, and taking over needs its typed word. */
export function Others({ others, ...place }: OverlayProps & { readonly others: readonly OtherOperator[] }): ReactElement {
	const { m } = useUi();
	const { width, height, isActive, actions, host } = place;
	const [wanted, setWanted] = useState<OtherOperator | null>(null);
	const content = useMemo(
		() => documentOf(wanted === null ? [] : lines([m.others.works(wanted), ...m.others.takingOver].join('\n'))),
		[wanted, m],
	);
	const open = (id: string, how: 'watchSession' | 'takeOver'): void => {
		actions.switchTo(() => host[how](id));
	};
	if (wanted !== null) {
		return (
			<TypedConsent
				title={m.others.takeOver(wanted)}
				content={content}
				commands={`httpd-medic resume --take-over ${wanted.id}`}
				word={m.others.word}
				refusal={null}
				width={width}
				height={height}
				isActive={isActive}
				onConsent={() => open(wanted.id, 'takeOver')}
				onWrongWord={() => actions.notify(m.remedy.wrongWord(m.others.word))}
				onCancel={() => setWanted(null)}
			/>
		);
	}
	const choose = (value: string): void => {
		const [what, id = ''] = value.split(' ');
		if (what === 'watch') open(id, 'watchSession');
		else if (what === 'take-over') setWanted(others.find((each) => each.id === id) ?? null);
		else actions.close();
	};
	return (
		<ListOverlay
			title={m.others.title}
			intro={m.others.intro}
			choices={[
				{ value: 'alone', label: m.others.alone },
				...others.flatMap((each) => [
					{ value: `watch ${each.id}`, label: m.others.watch(each), detail: m.others.works(each) },
					{ value: `take-over ${each.id}`, label: m.others.takeOver(each), detail: m.others.works(each) },
				]),
			]}
			empty=""
			detailRows={2}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={choose}
		/>
	);
}
