import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';

/** Asks once before leaving; staying is what Enter alone does. */
export function Quit({ width, height, isActive, actions, screen }: OverlayProps): ReactElement {
	const { m } = useUi();
	const canEnd = screen.legal.has('leave');
	const choices = [
		{ value: 'stay', label: m.quit.stay },
		{ value: 'open', label: screen.isReadOnly ? m.quit.lookAway : m.quit.open },
		...(canEnd && screen.mayResolve ? [{ value: 'resolved', label: m.quit.resolved }] : []),
		...(canEnd ? [{ value: 'handed-off', label: m.quit.handedOff }] : []),
	];
	const choose = async (value: string): Promise<void> => {
		if (value === 'open') {
			// Leaving may wait for an export, which is told below.
			actions.close();
			return actions.leave(false);
		}
		if (value === 'resolved' || value === 'handed-off') await actions.send({ type: 'leave', outcome: value });
		actions.close();
	};
	return (
		<ListOverlay
			title={m.quit.title}
			intro={canEnd && !screen.mayResolve ? `${m.quit.again} ${m.quit.notResolved}` : m.quit.again}
			choices={choices}
			empty=""
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(value) => void choose(value)}
		/>
	);
}
