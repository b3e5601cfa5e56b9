import type { FactDeclaration, FactLookup, JsonValue } from '../domain/index.ts';
import type { KnownFact } from './factbase.ts';
import { coreDirectory, coreDirectoryState, corePlaceFacts, coreStateFacts } from './core-place.ts';
import { knownFixedIn, knownFixFacts, knownRuns, knownState } from './known-fixes.ts';
import { modJkFaults, proxyAjpFaults } from './ajp-faults.ts';
import { matchOfKills } from './kill-match.ts';
import { killedBeforeStart } from './memory-kills.ts';
import { readOnlyBy, readOnlyFacts } from './read-only-place.ts';
import { tidyCitations } from './merge.ts';
import { liveSets, orphans } from './semaphore-sets.ts';

export type KnownLookup = (name: string) => KnownFact | undefined;

/** A fact that follows from facts of several parsers: none of them could state it alone. */
export interface DerivedFact {
	readonly declaration: FactDeclaration;
	/** Facts that must all be known in full, and it rests on their lines; or those of which the first known one is it. */
	readonly inputs: readonly string[];
	/** Facts that are looked at, too, where they are known, and that it rests on then. */
	readonly also?: readonly string[];
	/** Undefined where it cannot be told: then it is unknown like any other fact that nobody states. Pure. */
	readonly derive: ((fact: FactLookup, known: KnownLookup) => JsonValue | undefined) | 'first-known';
	/** It says something of incomplete inputs, too. */
	readonly isFrugal?: true;
}

const semaphoreInputs = ['sem.sets', 'config.uid', 'masters.list', 'masters.leftBehind'] as const;

/** All of them, each computed from stated facts alone. */
export const derivedFacts: readonly DerivedFact[] = [
	{
		declaration: {
			name: 'sem.orphans',
			type: 'list',
			meaning:
				'Ids of the private semaphore sets of the run user that are older than every running httpd of that user, or that no httpd of that user runs for',
			merge: 'latest',
		},
		inputs: semaphoreInputs,
		derive: orphans,
	},
	{
		declaration: {
			name: 'sem.liveSets',
			type: 'list',
			meaning: 'Ids of the private semaphore sets of the run user that a running httpd of that user may use',
			merge: 'latest',
		},
		inputs: semaphoreInputs,
		derive: liveSets,
	},
	{
		declaration: {
			name: 'kernelLog.oomBeforeStart',
			type: 'bool',
			meaning: 'Every kill of httpd for memory that the kernel logged is older than the last start',
			merge: 'latest',
		},
		inputs: ['kernelLog.oomKills', 'log.lastStartAt'],
		derive: killedBeforeStart,
	},
	{
		declaration: {
			name: 'kernelLog.oomMatch',
			type: 'string',
			meaning:
				"Whether the httpd that the kernel killed for memory is this one, by the pids: 'ours', 'another', 'unclear' where the pids differ and yet it may be, 'untold' where nothing can be compared",
			merge: 'latest',
		},
		inputs: ['kernelLog.oomKills'],
		derive: (_fact, known) => matchOfKills(known),
		also: ['log.killedChildren', 'log.parentPid', 'httpd.parentPid', 'kernelLog.oomGroups', 'unit.result'],
		isFrugal: true,
	},
	{
		declaration: {
			name: 'cores.directory',
			type: 'string',
			meaning:
				'Where the kernel would write the core of a child: by an absolute pattern, else CoreDumpDirectory, else ServerRoot',
			merge: 'latest',
		},
		inputs: ['kernel.corePatternKind'],
		also: corePlaceFacts,
		derive: (_fact, known) => coreDirectory(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'cores.directoryState',
			type: 'string',
			meaning: "'missing', 'writable' or 'not-writable': that directory for the run user, by its owner and mode",
			merge: 'latest',
		},
		inputs: ['kernel.corePatternKind'],
		also: coreStateFacts,
		derive: (_fact, known) => coreDirectoryState(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'cores.readOnlyBy',
			type: 'string',
			meaning: "What makes that directory read-only for everybody: 'mount', 'unit' of systemd, or 'nothing'",
			merge: 'latest',
		},
		inputs: ['kernel.corePatternKind', 'mounts.readOnly'],
		also: readOnlyFacts,
		derive: (_fact, known) => readOnlyBy(known),
	},
	{
		declaration: {
			name: 'trace.knownFixedIn',
			type: 'string',
			meaning: 'Product and version in which the known crash is fixed',
			merge: 'latest',
		},
		inputs: ['trace.knownSignature'],
		also: knownFixFacts,
		derive: (_fact, known) => knownFixedIn(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'trace.knownRuns',
			type: 'string',
			meaning: 'The same product in the version that the error log names',
			merge: 'latest',
		},
		inputs: ['trace.knownSignature'],
		also: knownFixFacts,
		derive: (_fact, known) => knownRuns(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'trace.knownState',
			type: 'string',
			meaning: "'affected' or 'not-affected': whether that version has the fault",
			merge: 'latest',
		},
		inputs: ['trace.knownSignature'],
		also: knownFixFacts,
		derive: (_fact, known) => knownState(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'conf.proxyAjpFaults',
			type: 'list',
			meaning: 'Published faults of mod_proxy_ajp, where it is used, that the number of this httpd is older than the fix of',
			merge: 'latest',
		},
		inputs: ['conf.proxyAjp'],
		also: ['log.serverVersion', 'build.version'],
		derive: (_fact, known) => proxyAjpFaults(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'log.modJkFaults',
			type: 'list',
			meaning: 'Published faults of mod_jk that the number in the log is older than the fix of',
			merge: 'latest',
		},
		inputs: ['log.modJkVersion'],
		derive: (_fact, known) => modJkFaults(known),
		isFrugal: true,
	},
	{
		declaration: {
			name: 'unit.runsServer',
			type: 'bool',
			meaning: 'The running server is the one that systemd started as its unit, not one that was started by hand',
			merge: 'latest',
		},
		inputs: ['unit.mainPid', 'httpd.parentPid'],
		derive: (fact) => fact('unit.mainPid') === fact('httpd.parentPid'),
	},
	{
		declaration: {
			name: 'logind.effectiveRemoveIpc',
			type: 'bool',
			meaning: 'RemoveIPC as it is in effect: in the running logind, or in the files where the running one was not asked',
			merge: 'latest',
		},
		inputs: ['logindLive.removeIpc', 'logind.removeIpc'],
		derive: 'first-known',
	},
];

export const derivedDeclarations: readonly FactDeclaration[] = derivedFacts.map((each) => each.declaration);

/** Facts that a fact is made of; the fact itself where a parser states it. */
export function sourcesOf(fact: string): readonly string[] {
	const derived = derivedFacts.find((each) => each.declaration.name === fact);
	return derived ? [...derived.inputs, ...(derived.also ?? [])] : [fact];
}

/** The stated facts, and all that follows from them. What is stated itself is not derived again. */
export function withDerived(stated: ReadonlyMap<string, KnownFact>): ReadonlyMap<string, KnownFact> {
	const derived = derivedFacts.flatMap((each): (readonly [string, KnownFact])[] => {
		const { name } = each.declaration;
		const known = stated.has(name) ? undefined : follow(each, stated);
		return known === undefined ? [] : [[name, known]];
	});
	return derived.length === 0 ? stated : new Map([...stated, ...derived]);
}

function follow(
	{ inputs, also = [], derive, isFrugal }: DerivedFact,
	stated: ReadonlyMap<string, KnownFact>,
): KnownFact | undefined {
	const known = inputs.map((name) => stated.get(name)).filter((fact) => fact !== undefined);
	if (derive === 'first-known') return known[0];
	// Of a list that was cut off, nobody knows what is missing from it.
	if (known.length < inputs.length || (!isFrugal && known.some((fact) => fact.partial))) return undefined;
	const lookup: KnownLookup = (name) => stated.get(name);
	const value = derive((name) => lookup(name)?.value, lookup);
	if (value === undefined) return undefined;
	const behind = [...known, ...also.flatMap((name) => lookup(name) ?? [])];
	return { value, citations: tidyCitations(behind.flatMap((fact) => fact.citations)), partial: false };
}
