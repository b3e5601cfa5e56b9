import { tellError } from '../../catalogue/index.ts';
import { type ReactElement, useEffect, useState } from 'react';
import type { SessionEntry } from '../../engine/door-host.ts';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';

/** Recorded servers to practise on. */
export function Practice({ width, height, isActive, actions, host }: OverlayProps): ReactElement {
	const { m } = useUi();
	return (
		<ListOverlay
			title={m.practice.title}
			intro={m.practice.intro}
			choices={host.practice.map((each) => ({ value: each.id, label: each.title, detail: each.summary }))}
			empty={m.practice.empty}
			detailRows={3}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(id) => actions.switchTo(() => host.openPractice(id))}
		/>
	);
}

export function Sessions({ width, height, isActive, actions, host }: OverlayProps): ReactElement {
	const { m } = useUi();
	const [sessions, setSessions] = useState<readonly SessionEntry[] | null>(null);
	const [failure, setFailure] = useState<string | null>(null);
	useEffect(() => {
		let isWanted = true;
		host.sessions().then(
			(found) => isWanted && setSessions(found),
			(error: unknown) => {
				if (!isWanted) return;
				setSessions([]);
				setFailure(tellError(error, m.problems));
			},
		);
		return () => {
			isWanted = false;
		};
	}, [host, m]);
	return (
		<ListOverlay
			title={m.sessions.title}
			intro=""
			choices={sessions?.map((each) => ({ value: each.id, label: `${each.when}  ${each.title}`, detail: each.id })) ?? null}
			empty={failure === null ? m.sessions.empty : m.status.failed(failure)}
			loading={m.sessions.loading}
			detailRows={1}
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(id) => actions.switchTo(() => host.resume(id))}
		/>
	);
}
