import type { Hints } from '../domain/index.ts';
import { backtrace, coredumpInfo, coredumpList, liveBacktrace } from './backtraces.ts';
import { recentChanges } from './changes.ts';
import { coreDirectoryStatus, coreHandler, coreListing, kernelSettings, processLimits } from './cores.ts';
import {
	configTest,
	httpdConfig,
	httpdIncludes,
	httpdLocations,
	httpdMasters,
	httpdModules,
	httpdRunConfig,
	httpdVersion,
	processes,
} from './httpd.ts';
import { ipcsLimits, ipcsSemaphores, ipcsUsage, mutexDirectoryStatus, sysvipcSem } from './ipc.ts';
import { linger, logindConf, logindJournal, logindLive, passwdEntry, uidBound } from './logind.ts';
import { errorLog, errorLogFiles, kernelLog, rotatedErrorLogs, vhostErrorLogs } from './logs.ts';
import { jkShmStatus, modJkLog, workersProperties } from './mod-jk.ts';
import type { Recipe } from './request.ts';
import { diskUsage, listeners, mountTable, unitProperties } from './system.ts';
import { tomcatProcesses, tomcatServerXml, tomcatVersion } from './tomcat.ts';

/** All recipes. Where several state a fact, the first is the one to propose. */
export const collectors: readonly Recipe[] = [
	...[
		httpdLocations,
		processes,
		httpdMasters,
		httpdVersion,
		httpdRunConfig,
		httpdModules,
		configTest,
		httpdIncludes,
		httpdConfig,
	],
	...[errorLog, errorLogFiles, rotatedErrorLogs, vhostErrorLogs, kernelLog, modJkLog],
	...[ipcsSemaphores, ipcsLimits, ipcsUsage, sysvipcSem, mutexDirectoryStatus],
	...[logindConf, logindLive, logindJournal, passwdEntry, uidBound, linger],
	...[
		kernelSettings,
		coreHandler,
		processLimits,
		coreListing,
		coreDirectoryStatus,
		backtrace,
		coredumpInfo,
		coredumpList,
		liveBacktrace,
	],
	...[diskUsage, mountTable, listeners, unitProperties, recentChanges],
	...[workersProperties, jkShmStatus, tomcatProcesses, tomcatServerXml, tomcatVersion],
];

const always: readonly string[] = [
	...['httpd-locations', 'processes', 'httpd-version', 'httpd-run-config', 'httpd-config', 'error-log'],
];

/** What is looked at before the operator is asked anything. The core that was named, too: nothing takes longer than gdb. */
export function firstLook({ core, httpd }: Hints): readonly string[] {
	return core === null || httpd === null ? always : [...always, backtrace.id];
}
