import type { EvidenceWords } from '../../catalogue/index.ts';
import type { FactLookup, JsonValue } from '../../domain/index.ts';
import { evaluateRule, type FactBase } from '../../flow/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { isFinished } from '../legal.ts';
import type { Sighting, WelcomeScreen } from '../screen-types.ts';
import type { SessionState } from '../state.ts';
import { symptomOf } from './coming.ts';

type Words = EvidenceWords['sightings'];

export function welcomeScreen(state: SessionState, guidebook: Guidebook): WelcomeScreen {
	const facts = guidebook.factsOf(state);
	const lookup = facts.value;
	const [proposed] = proposedFlows(guidebook, facts);
	const isTold = ['build.version', 'log.lines', 'config.serverRoot'].some((name) => lookup(name) !== undefined);
	const hasServer = isTold || lookup('httpd.running') === true;
	return {
		kind: 'welcome',
		sightings: sightings(lookup, { hasServer, named: state.start?.hints.errorLog ?? null }, guidebook.words.sightings),
		looking: !isFinished(state, guidebook),
		symptoms: guidebook.flows
			.map((flow) => symptomOf(flow, hasServer && flow.id === proposed))
			.sort((a, b) => Number(b.proposed) - Number(a.proposed)),
		hasServer,
	};
}

/** Flows that the evidence speaks for, in the order of the guidebook. */
export function proposedFlows(guidebook: Guidebook, facts: FactBase): readonly string[] {
	const speaksFor = (rule: string): boolean => evaluateRule(guidebook.ruleOf(rule), facts).verdict === 'confirmed';
	return guidebook.flows.filter((flow) => speaksFor(flow.proposedWhen)).map((flow) => flow.id);
}

interface Known {
	readonly hasServer: boolean;
	/** Error log that the operator named; null where none was. */
	readonly named: string | null;
}

function sightings(lookup: FactLookup, { hasServer, named }: Known, m: Words): readonly Sighting[] {
	if (!hasServer) {
		const running = lookup('httpd.running');
		return running === false ? [{ tone: 'neutral', text: m.noServer }] : [];
	}
	return [processSighting(lookup, m), logSighting(lookup, named, m), ...failureSightings(lookup, m)].filter(
		(each) => each !== null,
	);
}

function processSighting(lookup: FactLookup, m: Words): Sighting | null {
	const running = lookup('httpd.running');
	const version = lookup('build.version') ?? lookup('log.serverVersion');
	const name = version === undefined ? 'httpd' : `httpd ${version}`;
	if (running === true) {
		const children = Number(lookup('httpd.children') ?? 0);
		return {
			tone: 'good',
			text: m.running(name, String(lookup('httpd.parentPid')), children, moment(lookup('httpd.startedAt'))),
		};
	}
	return running === false ? { tone: 'bad', text: m.notRunning(name) } : null;
}

function logSighting(lookup: FactLookup, named: string | null, m: Words): Sighting | null {
	const known = named ?? lookup('config.mainErrorLog') ?? lookup('build.errorLog');
	const path = known === undefined ? null : String(known);
	const lines = lookup('log.lines');
	if (lines === undefined) return path === null ? null : { tone: 'neutral', text: m.logNotRead(path) };
	return { tone: 'neutral', text: m.log(path, Number(lines), moment(lookup('log.lastAt'))) };
}

/** Date and time as a person writes them. */
function moment(value: JsonValue | undefined): string | null {
	return value === undefined ? null : String(value).replace('T', ' ');
}

function failureSightings(lookup: FactLookup, m: Words): readonly Sighting[] {
	const seen = Object.entries(m.failures).flatMap(([fact, say]): Sighting[] => {
		const count = lookup(fact);
		return typeof count === 'number' && count > 0 ? [{ tone: 'bad', text: say(count) }] : [];
	});
	if (seen.length > 0) return seen.slice(0, 4);
	const old = lookup('log.oldFailures');
	if (typeof old === 'number' && old > 0) return [{ tone: 'neutral', text: m.oldFailures(old) }];
	// An empty log says nothing, not that all is well.
	return Number(lookup('log.lines') ?? 0) === 0 ? [] : [{ tone: 'good', text: m.noFailure }];
}
