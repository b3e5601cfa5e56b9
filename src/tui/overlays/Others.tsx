import { type ReactElement, useMemo, useState } from 'react';
import type { OtherOperator } from '../../engine/door-host.ts';
import { documentOf, lines } from '../pane/content.ts';
import { useUi } from '../ui.ts';
import { useOthers } from '../use-others.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';
import { TypedConsent } from './TypedConsent.tsx';

/** Who works on this target, too: going on separately is what Enter alone does, and taking over needs its typed word. */
export function Others({ width, height, isActive, actions, host, screen, handle }: OverlayProps): ReactElement {
	const { m } = useUi();
	const others = useOthers(host);
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
		else if (what === 'take-over') setWanted(others?.find((each) => each.id === id) ?? null);
		else actions.close();
	};
	const choices =
		others === null
			? null
			: others.length === 0
				? []
				: [
						{ value: 'alone', label: screen.isReadOnly ? m.others.lookOn : m.others.alone },
						...others.flatMap((each) => [
							...(each.id === handle.id
								? []
								: [{ value: `watch ${each.id}`, label: m.others.watch(each), detail: m.others.works(each) }]),
							{ value: `take-over ${each.id}`, label: m.others.takeOver(each), detail: m.others.works(each) },
						]),
					];
	return (
		<ListOverlay
			title={m.others.title}
			intro={m.others.intro}
			choices={choices}
			empty={m.others.nobody}
			detailRows={2}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={choose}
		/>
	);
}
