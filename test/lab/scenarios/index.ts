import type { ScenarioDefinition } from '../scenario.ts';
import { acceptMutexAtRisk } from './accept-mutex-at-risk.ts';
import { acceptMutexRemovedOrdinaryUser, acceptMutexRemovedSystemUser } from './accept-mutex-removed.ts';
import { acceptMutexRemovedWorker } from './accept-mutex-removed-worker.ts';
import { ajpBackendDown, ajpConnectorRefused, jkBackendDown } from './ajp-backend-down.ts';
import { ajpConnectorExposed, ajpConnectorOpen } from './ajp-connector-exposed.ts';
import { ajpProtocolError, jkProtocolError } from './ajp-protocol-error.ts';
import { ajpSecretMismatch, jkSecretMismatch } from './ajp-secret-mismatch.ts';
import { childExitCrash } from './child-exit-crash.ts';
import { childKilledByHand, childKilledBySignal } from './child-killed-by-signal.ts';
import { childKilledOom, staleOom } from './child-killed-oom.ts';
import { coreDiskFull } from './core-disk-full.ts';
import { coreHandlers } from './core-handlers.ts';
import { coreHiddenByNamespace } from './core-hidden-by-namespace.ts';
import { coreSuppressedByStackOverflow } from './core-suppressed-by-stack-overflow.ts';
import { failedStarts } from './failed-starts.ts';
import { crashWeeksAgo } from './stale-crash-weeks-ago.ts';
import { fileLimitReached } from './file-limit-reached.ts';
import { healthy } from './healthy.ts';
import { healthyWithTomcat } from './healthy-with-tomcat.ts';
import { interpreterCrashes } from './interpreters.ts';
import { jkShmTruncated } from './jk-shm-truncated.ts';
import { acceptMutexRemovedByLogind, acceptMutexRemovedDespiteLogind } from './logind.ts';
import { maxWorkersReached } from './max-workers-reached.ts';
import { memoryLimitReached } from './memory-limit-reached.ts';
import { modJkCrash } from './mod-jk-crash.ts';
import { moduleCrashes } from './module-crashes.ts';
import { mutexFileDeleted } from './mutex-file-deleted.ts';
import { noCores } from './no-core.ts';
import { opensslLoadedTwice } from './openssl-loaded-twice.ts';
import { orphanKeepsPort } from './orphan-keeps-port.ts';
import { orphanedSemaphores } from './orphaned-semaphores.ts';
import { ownIpcNamespace } from './own-ipc-namespace.ts';
import { parentStartupCrash } from './parent-startup-crash.ts';
import { processLimitReached } from './process-limit-reached.ts';
import { scoreboardFull } from './scoreboard-full.ts';
import { semaphoreLimitReached, semaphoreLimitReachedByModule } from './semaphore-limit-reached.ts';
import { staleCrash } from './stale-crash.ts';
import { staleIncident } from './stale-incident.ts';
import { twoIncidents } from './two-incidents.ts';

/** Every scenario, in the order of `lab list`. */
export const scenarios: readonly ScenarioDefinition[] = [
	healthy,
	healthyWithTomcat,
	acceptMutexRemovedSystemUser,
	acceptMutexRemovedOrdinaryUser,
	acceptMutexRemovedWorker,
	ownIpcNamespace,
	acceptMutexRemovedByLogind,
	acceptMutexRemovedDespiteLogind,
	acceptMutexAtRisk,
	staleIncident,
	staleCrash,
	crashWeeksAgo,
	staleOom,
	orphanKeepsPort,
	modJkCrash,
	...moduleCrashes,
	...interpreterCrashes,
	opensslLoadedTwice,
	childExitCrash,
	parentStartupCrash,
	childKilledBySignal,
	childKilledByHand,
	childKilledOom,
	memoryLimitReached,
	jkShmTruncated,
	...noCores,
	...coreHandlers,
	coreDiskFull,
	coreHiddenByNamespace,
	coreSuppressedByStackOverflow,
	semaphoreLimitReached,
	semaphoreLimitReachedByModule,
	orphanedSemaphores,
	mutexFileDeleted,
	...failedStarts,
	maxWorkersReached,
	scoreboardFull,
	processLimitReached,
	fileLimitReached,
	ajpBackendDown,
	jkBackendDown,
	ajpConnectorRefused,
	ajpProtocolError,
	jkProtocolError,
	ajpSecretMismatch,
	jkSecretMismatch,
	ajpConnectorExposed,
	ajpConnectorOpen,
	twoIncidents,
];
