import { useEffect, useState } from 'react';
import type { OtherOperator } from '../engine/door-host.ts';
import type { WizardHost } from './host.ts';

/** Who else works on the same target; null until it is known. */
export function useOthers(host: WizardHost): readonly OtherOperator[] | null {
	const [others, setOthers] = useState<readonly OtherOperator[] | null>(null);
	useEffect(() => {
		let isWanted = true;
		// Nobody is kept from working because that cannot be told.
		host.others().then(
			(found) => isWanted && setOthers(found),
			() => isWanted && setOthers([]),
		);
		return () => {
			isWanted = false;
		};
	}, [host]);
	return others;
}
