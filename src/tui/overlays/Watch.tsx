import type { ReactElement } from 'react';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';

const minutes = [1, 10, 60] as const;
const usual = '10';

/** How long to watch. A watch only reads, so a list will do. */
export function Watch({ width, height, isActive, actions }: OverlayProps): ReactElement {
	const { m } = useUi();
	const start = async (value: string): Promise<void> => {
		if (await actions.send({ type: 'watch', minutes: Number(value) })) actions.close();
	};
	return (
		<ListOverlay
			title={m.watch.title}
			intro={m.watch.intro}
			choices={minutes.map((each) => ({ value: String(each), label: m.watch.minutes(each) }))}
			initial={usual}
			empty=""
			width={width}
			height={height}
			isActive={isActive}
			onChoose={(value) => void start(value)}
		/>
	);
}
