import { useEffect, useState } from 'react';
import type { OtherOperator } from '../engine/door-host.ts';
import type { WizardHost } from './host.ts';

/** Who else works on the same target, as far as it is known by now. */
export function useOthers(host: WizardHost): readonly OtherOperator[] {
	const [others, setOthers] = useState<readonly OtherOperator[]>([]);
	useEffect(() => {
		let isWanted = true;
		// Nobody is kept from working because that cannot be told.
		host.others().then(
			(found) => isWanted && setOthers(found),
			() => undefined,
		);
		return () => {
			isWanted = false;
		};
	}, [host]);
	return others;
}
