import { count } from '../count.ts';

function duration(seconds: number): string {
	if (seconds < 120) return count(seconds, 'second');
	if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
	return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}

function rate(perMinute: number): string {
	if (perMinute >= 1) return `about ${Math.round(perMinute)} a minute`;
	return `about ${Math.max(1, Math.round(perMinute * 60))} an hour`;
}

/** What happened, line by line: first in the session, then on the server. */
export const story = {
	began: (target: string) => `Session began on ${target}.`,
	resumed: 'Session was resumed.',
	ended: (outcome: string) => `Session ended: ${outcome}.`,
	symptom: (flow: string) => `Symptom chosen: ${flow}.`,
	answered: (option: string) => `Answered: ${option}.`,
	answeredUnknown: 'Answered: "I don\'t know".',
	skipped: (step: string) => `Skipped: ${step}.`,
	wentBack: 'Went back.',
	consented: (risk: string, description: string) => `Consent (${risk}): ${description}.`,
	note: (text: string) => `Note: ${text}`,
	noteOn: (place: string, text: string) => `Note on ${place}: ${text}`,
	redaction: (texts: number, lifted: readonly string[]) =>
		`Exports hide ${texts} texts of the operator's own; rules lifted: ${lifted.join(', ') || 'none'}.`,
	overridden: (step: string, verdict: string, reason: string) => `The operator overrode "${step}" as ${verdict}: ${reason}`,
	judged: (step: string, verdict: string) => `"${step}": ${verdict}.`,
	verified: (remedy: string, verdict: string, statement: string) => `Verification of ${remedy}: ${verdict}. ${statement}`,
	ran: (risk: string) => `Ran (${risk})`,
	notCollected: (collector: string, because: string) => `Could not collect ${collector}: ${because}`,
	stopped: (collector: string) => `Stopped: ${collector}.`,
	read: (lines: number) => `Read ${count(lines, 'line')}`,
	notRead: (problem: string) => `Not read: ${problem}`,
	applying: (remedy: string, diagnosis: string, undo: boolean) =>
		`${undo ? 'Undoing' : 'Applying'} remedy ${remedy} for ${diagnosis}.`,
	action: (succeeded: boolean, description: string) => `${succeeded ? 'Done' : 'Failed'}: ${description}`,
	remedyEnded: (remedy: string, succeeded: boolean) => `Remedy ${remedy} ${succeeded ? 'finished' : 'failed'}.`,
	previewed: (remedy: string, undo: boolean) => `Showed what ${undo ? 'undoing ' : ''}the remedy ${remedy} would do`,
	refused: (remedy: string, because: string) => `Refused the remedy ${remedy}: ${because}`,
	keptNothing: (path: string) => `Noted that ${path} does not exist.`,
	kept: (path: string, hash: string) => `Kept what ${path} holds (sha256 ${hash}).`,
	restored: (path: string) => `${path} is as it was before the remedy.`,
	rollback: 'An action failed: what was done before it is taken back.',
	interrupted: (remedy: string) => `The program was ended in the middle of the remedy ${remedy}.`,
	watching: (minutes: number) => `Watching for ${minutes} minutes`,
	recurred: (statement: string) => `It failed again: ${statement}`,
	watched: (statement: string) => `The watch ended in silence: ${statement}`,
	watchStopped: (because: string) => `The watch was stopped: ${because}`,
	drillBegan: (folder: string) => `Began a drill: a test server of its own in ${folder} was broken on purpose.`,
	drillRan: 'The drill ran (mutating)',
	drillFailed: (output: string) => `The command of the drill failed: ${output}`,
	drillRemoved: 'Everything of the drill was removed.',
	drillLeft: (leftovers: readonly string[]) => `Of the drill is left: ${leftovers.join(', ')}.`,
	debugged: (risk: string) => `Talked to a debugger (${risk})`,
	debuggerFailed: (problem: string) => `The debugger: ${problem}`,
	server: {
		up: 'httpd was up',
		stopped: 'httpd was stopped',
		restarted: 'httpd was restarted',
		graceful: 'httpd was restarted gracefully',
		failed: 'httpd failed to start',
	},
	packages: (named: readonly string[], others: number) =>
		`Packages were changed: ${[...named, ...(others === 0 ? [] : [named.length === 0 ? `${others}` : `${others} more`])].join(', ')}`,
	searched: (family: string, times: number, last: string) =>
		`The whole log: ${family} for the first time; ${times === 1 ? 'once' : `${times} times until ${last.replace('T', ' ')}`}`,
	changed: (path: string) => `${path} was changed`,
	core: (path: string, bytes: string) => `${path} was written (${bytes} bytes)`,
	trends: { growing: 'growing', steady: 'steady', fading: 'fading' },
	atOnce: (meaning: string, times: number) => `${meaning}: ${times} times at once`,
	within: (meaning: string, times: number, seconds: number) => `${meaning}: ${times} times within ${duration(seconds)}`,
	paced: (meaning: string, times: number, seconds: number, perMinute: number, trend: string) =>
		`${meaning}: ${times} times within ${duration(seconds)}, ${rate(perMinute)}, ${trend}`,
};
