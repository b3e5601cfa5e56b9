import type { JsonValue } from '../../domain/index.ts';
import { evaluateRule, type FactBase } from '../../flow/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { isFinished } from '../legal.ts';
import type { Sighting, WelcomeScreen } from '../screen-types.ts';
import type { SessionState } from '../state.ts';

type Lookup = (name: string) => JsonValue | undefined;

export function welcomeScreen(state: SessionState, guidebook: Guidebook): WelcomeScreen {
	const facts = guidebook.factsOf(state);
	const lookup = facts.value;
	const proposed = new Set(proposedFlows(guidebook, facts));
	const hasServer = ['build.version', 'log.lines', 'config.serverRoot'].some((name) => lookup(name) !== undefined);
	const first = hasServer || lookup('httpd.running') === true;
	return {
		kind: 'welcome',
		sightings: sightings(lookup, first),
		looking: !isFinished(state, guidebook),
		symptoms: guidebook.flows
			.map((flow) => ({
				flow: flow.id,
				label: flow.title,
				detail: flow.symptom,
				proposed: first && flow.id === [...proposed][0],
			}))
			.sort((a, b) => Number(b.proposed) - Number(a.proposed)),
		hasServer: first,
	};
}

/** Flows that the evidence speaks for, in the order of the guidebook. */
export function proposedFlows(guidebook: Guidebook, facts: FactBase): readonly string[] {
	return guidebook.flows.filter((flow) => evaluateRule(flow.proposedWhen, facts).verdict === 'confirmed').map((flow) => flow.id);
}

function sightings(lookup: Lookup, hasServer: boolean): readonly Sighting[] {
	if (!hasServer) {
		const running = lookup('httpd.running');
		return running === false ? [{ tone: 'neutral', text: 'No Apache httpd was found on this machine.' }] : [];
	}
	return [processSighting(lookup), logSighting(lookup), ...failureSightings(lookup)].filter((each) => each !== null);
}

function processSighting(lookup: Lookup): Sighting | null {
	const running = lookup('httpd.running');
	const version = lookup('build.version') ?? lookup('log.serverVersion');
	const name = version === undefined ? 'httpd' : `httpd ${version}`;
	if (running === true) {
		const children = Number(lookup('httpd.children') ?? 0);
		const since = lookup('httpd.startedAt') === undefined ? '' : `, since ${moment(lookup('httpd.startedAt'))}`;
		const family = `parent ${lookup('httpd.parentPid')}, ${count(children, 'child', 'children')}`;
		return { tone: 'good', text: `${name} is running: ${family}${since}.` };
	}
	return running === false ? { tone: 'bad', text: `${name} is installed, but no httpd is running.` } : null;
}

function logSighting(lookup: Lookup): Sighting | null {
	const path = lookup('config.mainErrorLog') ?? lookup('build.errorLog');
	const lines = lookup('log.lines');
	if (lines === undefined) {
		return path === undefined ? null : { tone: 'neutral', text: `Error log ${path}: not read.` };
	}
	const last = lookup('log.lastAt');
	return {
		tone: 'neutral',
		text: `Error log${path === undefined ? '' : ` ${path}`}: ${count(Number(lines), 'line')}${last === undefined ? '' : `, last at ${moment(last)}`}.`,
	};
}

function count(number: number, word: string, words = `${word}s`): string {
	return `${number} ${number === 1 ? word : words}`;
}

/** Date and time as a person writes them. */
function moment(value: JsonValue | undefined): string {
	return String(value).replace('T', ' ');
}

const failures: readonly (readonly [fact: string, say: (count: number) => string])[] = [
	['log.mutexRemoved', (n) => `${count(n, 'time')} the accept mutex was gone (AH00144 and relatives).`],
	['log.mpmRunFailed', () => 'httpd gave up: MPM run failed (AH02818).'],
	['log.parentCrashes', (n) => `The parent process itself crashed ${count(n, 'time')}.`],
	['log.childSignals', (n) => `${count(n, 'child was', 'children were')} killed by a signal.`],
	['log.mutexCreateFailed', (n) => `${count(n, 'time')} a mutex could not be created.`],
	['log.configErrors', (n) => `${count(n, 'configuration error')} stopped a start.`],
	['log.portInUse', () => 'A port was already in use.'],
	['log.maxWorkersReached', (n) => `MaxRequestWorkers was reached ${count(n, 'time')}.`],
	['log.scoreboardFull', (n) => `The scoreboard was full ${count(n, 'time')}.`],
	['log.ajpBackendDown', (n) => `${count(n, 'failure')} of an AJP back end.`],
	['log.startFailures', (n) => `${count(n, 'line')} of failed starts.`],
];

function failureSightings(lookup: Lookup): readonly Sighting[] {
	const seen = failures.flatMap(([fact, say]): Sighting[] => {
		const count = lookup(fact);
		return typeof count === 'number' && count > 0 ? [{ tone: 'bad', text: say(count) }] : [];
	});
	if (seen.length > 0) return seen.slice(0, 4);
	const old = lookup('log.oldFailures');
	if (typeof old === 'number' && old > 0) {
		return [
			{ tone: 'neutral', text: `${count(old, 'failure in the log is', 'failures in the log are')} older than the last start.` },
		];
	}
	return lookup('log.lines') === undefined ? [] : [{ tone: 'good', text: 'No failure in the log since the last start.' }];
}
