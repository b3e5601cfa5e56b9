import { useApp } from 'ink';
import { useEffect, useEffectEvent } from 'react';
import type { WizardHost } from './host.ts';
import type { Witness } from './use-wizard.ts';

/** Lets the session hand the terminal to another program: nothing is drawn and no key is read until that has ended. */
export function useLending(host: WizardHost, witness: Witness): void {
	const { suspendTerminal } = useApp();
	const suspend = useEffectEvent(suspendTerminal);
	useEffect(() => {
		const lend = async <Value>(work: () => Promise<Value>): Promise<Value> => {
			const done = Promise.withResolvers<Value>();
			await suspend(async () => {
				witness.lent(true);
				await work().then(done.resolve, done.reject);
				witness.lent(false);
			});
			return done.promise;
		};
		host.terminal?.provide(lend);
		return () => host.terminal?.provide(null);
	}, [host, witness]);
}
