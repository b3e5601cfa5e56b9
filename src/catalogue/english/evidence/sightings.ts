import { count } from '../count.ts';

/** What the first look at a target has seen. */
export const sightings = {
	noServer: 'No Apache httpd was found on this machine.',
	running: (name: string, parent: string, children: number, since: string | null) =>
		`${name} is running: parent ${parent}, ${count(children, 'child', 'children')}${since === null ? '' : `, since ${since}`}.`,
	notRunning: (name: string) => `${name} is installed, but no httpd is running.`,
	logNotRead: (path: string) => `Error log ${path}: not read.`,
	log: (path: string | null, lines: number, last: string | null) =>
		`Error log${path === null ? '' : ` ${path}`}: ${count(lines, 'line')}${last === null ? '' : `, last at ${last}`}.`,
	oldFailures: (number: number) =>
		`${count(number, 'failure in the log is', 'failures in the log are')} older than the last start.`,
	noFailure: 'No failure in the log since the last start.',
	/** By the fact that counts them. */
	failures: {
		'log.mutexRemoved': (times: number) => `${count(times, 'time')} the accept mutex was gone (AH00144 and relatives).`,
		'log.mpmRunFailed': () => 'httpd gave up: MPM run failed (AH02818).',
		'log.parentCrashes': (times: number) => `The parent process itself crashed ${count(times, 'time')}.`,
		'log.childSignals': (children: number) => `${count(children, 'child was', 'children were')} killed by a signal.`,
		'log.mutexCreateFailed': (times: number) => `${count(times, 'time')} a mutex could not be created.`,
		'log.configErrors': (errors: number) => `${count(errors, 'configuration error')} stopped a start.`,
		'log.portInUse': () => 'A port was already in use.',
		'log.maxWorkersReached': (times: number) => `MaxRequestWorkers was reached ${count(times, 'time')}.`,
		'log.scoreboardFull': (times: number) => `The scoreboard was full ${count(times, 'time')}.`,
		'log.ajpBackendDown': (failures: number) => `${count(failures, 'failure')} of an AJP back end.`,
		'log.startFailures': (lines: number) => `${count(lines, 'line')} of failed starts.`,
	},
};
