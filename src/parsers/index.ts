import type { Parser } from '../domain/index.ts';
import { accessLogParser } from './access-log.ts';
import { backtraceParser } from './backtrace/index.ts';
import { configTestParser } from './config-test.ts';
import { coreHandlerParser } from './core-handler.ts';
import { coreListingParser } from './core-listing.ts';
import { coredumpListParser } from './coredump-list.ts';
import { diskUsageParser } from './disk-usage.ts';
import { errorLogParser } from './error-log/index.ts';
import { rotatedErrorLogParser } from './error-log/rotated.ts';
import { searchedLogParser } from './error-log/whole/searched-log.ts';
import { httpdConfigParser } from './httpd-config.ts';
import { httpdModulesParser } from './httpd-modules.ts';
import { httpdRunConfigParser } from './httpd-run-config.ts';
import { httpdVersionParser } from './httpd-version.ts';
import { includedFilesParser } from './included-files.ts';
import { ipcsParser } from './ipcs.ts';
import { kernelLogParser } from './kernel-log.ts';
import { kernelSettingsParser } from './kernel-settings.ts';
import { changeLogParser } from './change-log.ts';
import { lingerParser } from './linger.ts';
import { listenersParser } from './listeners.ts';
import { logindConfParser } from './logind-conf.ts';
import { logindJournalParser } from './logind-journal.ts';
import { logindLiveParser } from './logind-live.ts';
import { mastersParser } from './masters.ts';
import { modJkLogParser } from './mod-jk-log.ts';
import { mountTableParser } from './mount-table.ts';
import { passwdEntryParser } from './passwd-entry.ts';
import { pathStatusParser } from './path-status.ts';
import { processLimitsParser } from './process-limits.ts';
import { processesParser } from './processes.ts';
import { sysvipcSemParser } from './sysvipc-sem.ts';
import { tomcatProcessesParser } from './tomcat-processes.ts';
import { tomcatServerXmlParser } from './tomcat-server-xml.ts';
import { tomcatVersionParser } from './tomcat-version.ts';
import { uidBoundParser } from './uid-bound.ts';
import { unitPropertiesParser } from './unit-properties.ts';
import { workersPropertiesParser } from './workers-properties.ts';

/** All parsers. Adding one is a line here, its file, a fixture pair and a test. */
export const parsers: readonly Parser[] = [
	accessLogParser,
	backtraceParser,
	configTestParser,
	coreHandlerParser,
	coreListingParser,
	coredumpListParser,
	diskUsageParser,
	errorLogParser,
	rotatedErrorLogParser,
	searchedLogParser,
	httpdConfigParser,
	includedFilesParser,
	httpdModulesParser,
	httpdRunConfigParser,
	httpdVersionParser,
	ipcsParser,
	kernelLogParser,
	kernelSettingsParser,
	lingerParser,
	changeLogParser,
	listenersParser,
	logindConfParser,
	logindJournalParser,
	logindLiveParser,
	mastersParser,
	modJkLogParser,
	mountTableParser,
	passwdEntryParser,
	pathStatusParser,
	processLimitsParser,
	processesParser,
	sysvipcSemParser,
	tomcatProcessesParser,
	tomcatServerXmlParser,
	tomcatVersionParser,
	uidBoundParser,
	unitPropertiesParser,
	workersPropertiesParser,
];
