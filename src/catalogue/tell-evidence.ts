import type { FactLookup, JsonValue } from '../domain/index.ts';
import type { EvidenceWords } from './catalogue.ts';

/** What a collector is and why it is run; one of another version is told by its id. */
export function tellCollector(id: string, { collectors }: EvidenceWords): { readonly title: string; readonly why: string } {
	return own(collectors, id) ?? { title: id, why: '' };
}

/** What a format of evidence is; one of another version is told by its id. */
export function tellFormat(id: string, { formats }: EvidenceWords): string {
	return own(formats, id) ?? id;
}

/** Why a collector had nothing to ask, by the id that the journal holds; earlier versions recorded sentences, which stay. */
export function tellBlocked(
	{ because, advice = '' }: { readonly because: string; readonly advice?: string },
	{ blocked }: EvidenceWords,
): { readonly because: string; readonly advice: string } {
	return own(blocked, because) ?? { because, advice };
}

/**
 * A fact whose value stands for a sentence, in words. null for every other fact, and for a sentence that an earlier version
 * recorded.
 */
export function tellFact(fact: string, value: JsonValue, lookup: FactLookup, words: EvidenceWords): string | null {
	switch (fact) {
		case 'trace.culpritReason':
			return tellReason(value, lookup, words.culprits);
		case 'trace.whatWouldTell':
			return typeof value === 'string' ? (own(words.culprits.wouldTell, value) ?? null) : null;
		case 'conf.proxyAjpFaults':
		case 'log.modJkFaults':
			return Array.isArray(value) && value.length > 0 ? value.map((each) => tellFault(each, words)).join(', ') : null;
		default:
			return null;
	}
}

/** The same of what is filled into a statement, where values that are one of a few words are named, too. */
export function tellFilled(fact: string, value: JsonValue, lookup: FactLookup, words: EvidenceWords): string | null {
	const list = namesOf(fact, words.names);
	if (list === null) return tellFact(fact, value, lookup, words);
	const values = Array.isArray(value) ? value : [value];
	return values.map((each) => own(list, String(each)) ?? String(each)).join(', ') || null;
}

function namesOf(
	fact: string,
	{ phases, processes, events, families }: EvidenceWords['names'],
): Readonly<Record<string, string>> | null {
	switch (fact) {
		case 'trace.phase':
			return phases;
		case 'trace.process':
			return processes;
		case 'log.lastEvent':
			return events;
		case 'log.primaryFamily':
		case 'log.oldFamilies':
		case 'rotatedLog.families':
			return families;
		default:
			return null;
	}
}

function tellReason(value: JsonValue, lookup: FactLookup, { reasons, doubted }: EvidenceWords['culprits']): string | null {
	const tell = typeof value === 'string' ? own(reasons, value) : undefined;
	if (tell === undefined) return null;
	const text = (name: string): string | null => {
		const stated = lookup(name);
		return typeof stated === 'string' ? stated : null;
	};
	const [module, name, signal] = ['trace.culpritModule', 'trace.culpritFunction', 'trace.signal'].map(text);
	const reason = tell({ module: module ?? null, function: name ?? null, signal: signal ?? null });
	const isDoubtful = lookup('trace.wrongExecutable') === true || lookup('trace.executableNewer') === true;
	return isDoubtful ? doubted(reason) : reason;
}

function tellFault(value: JsonValue, { statement }: EvidenceWords): string {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value);
	const { name, fixedIn } = value as { readonly [key: string]: JsonValue };
	return statement.fixedIn(String(name), String(fixedIn));
}

function own<Value>(values: Readonly<Record<string, Value>>, id: string): Value | undefined {
	return Object.hasOwn(values, id) ? values[id] : undefined;
}
