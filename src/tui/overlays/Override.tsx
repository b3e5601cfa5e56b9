import { type ReactElement, useState } from 'react';
import type { Verdict } from '../../domain/index.ts';
import { useUi } from '../ui.ts';
import { ListOverlay } from './ListOverlay.tsx';
import type { OverlayProps } from './props.ts';
import { TextOverlay } from './TextOverlay.tsx';

const verdicts: readonly Verdict[] = ['confirmed', 'refuted', 'inconclusive'];

/** Another verdict than the evidence's, with a reason: first the verdict, then the reason. */
export function Override({ width, height, isActive, actions, screen }: OverlayProps): ReactElement | null {
	const { m } = useUi();
	const [verdict, setVerdict] = useState<Verdict | null>(null);
	const { body } = screen;
	if (body.kind !== 'judge') return null;
	const place = { width, height, isActive };
	const send = async (reason: string): Promise<void> => {
		if (verdict === null) return;
		if (reason.trim() === '') return actions.notify(m.override.needsReason);
		if (await actions.send({ type: 'override', verdict, reason: reason.trim() })) actions.close();
	};
	if (verdict !== null) {
		return (
			<TextOverlay
				{...place}
				title={m.override.to(m.verdicts[verdict].toUpperCase(), body.leadsTo[verdict])}
				intro={m.override.intro}
				field={m.override.reason}
				onSubmit={(reason) => void send(reason)}
				onCancel={() => setVerdict(null)}
			/>
		);
	}
	const others = verdicts.filter((each) => each !== body.finding.verdict);
	return (
		<ListOverlay
			{...place}
			title={m.override.title}
			intro={m.override.intro}
			choices={others.map((each) => ({ value: each, label: m.override.to(m.verdicts[each].toUpperCase(), body.leadsTo[each]) }))}
			empty=""
			onChoose={(value) => setVerdict(verdicts.find((each) => each === value) ?? null)}
		/>
	);
}
