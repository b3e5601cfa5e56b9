import type { ScenarioDefinition } from '../scenario.ts';
import { acceptMutexRemovedOrdinaryUser, acceptMutexRemovedSystemUser } from './accept-mutex-removed.ts';
import { healthy } from './healthy.ts';
import { moduleCrashes } from './module-crashes.ts';
import { modJkCrash } from './mod-jk-crash.ts';

/** Every scenario, in the order of `lab list`. */
export const scenarios: readonly ScenarioDefinition[] = [
	healthy,
	acceptMutexRemovedSystemUser,
	acceptMutexRemovedOrdinaryUser,
	modJkCrash,
	...moduleCrashes,
];
