import type { Fact, JsonValue } from '../domain/index.ts';
import type { EvidenceFacts } from './factbase.ts';

type LogFacts = EvidenceFacts['facts'];

/** What stays true of a log whose failures are all older than the last start. */
const lasting: ReadonlySet<string> = new Set(['lines', 'firstAt', 'lastAt', 'codes', 'lastStartAt'].map((name) => `log.${name}`));

/**
 * Several error logs of one server: the main log and those of virtual hosts, or a log and the one that was rotated away
 * before it. Each was read for itself, so what failed in one before the start that another tells of is old.
 */
export function withStaleLogsSetApart(captured: readonly EvidenceFacts[]): readonly EvidenceFacts[] {
	const logs = captured.filter(
		({ facts }) => textOf(facts, 'log.lastAt') !== undefined || factOf(facts, 'log.lines') !== undefined,
	);
	if (logs.length < 2) return captured;
	const isTold = logs.some(({ facts }) => isTelling(textOf(facts, 'log.lastEvent')));
	return captured.map((each) => {
		if (!logs.includes(each)) return each;
		const facts = isOlder(each, logs) ? setApart(each.facts) : each.facts;
		return {
			...each,
			facts: isTold ? facts.filter(({ name, value }) => name !== 'log.lastEvent' || value !== 'unknown') : facts,
		};
	});
}

const isTelling = (event: string | undefined): boolean => event !== undefined && event !== 'unknown';

/** The last thing in it that counts was before a start that another log tells of. */
function isOlder({ facts }: EvidenceFacts, logs: readonly EvidenceFacts[]): boolean {
	const last = textOf(facts, 'log.lastFailureAt') ?? textOf(facts, 'log.lastAt');
	if (last === undefined) return false;
	return logs.some((other) => other.facts !== facts && (textOf(other.facts, 'log.lastStartAt') ?? '') > last);
}

/** Its failures, counted as old ones. */
function setApart(facts: LogFacts): LogFacts {
	const failures = factOf(facts, 'log.currentFailures');
	const at = textOf(facts, 'log.lastFailureAt');
	const moved = facts.flatMap((fact) => {
		if (!fact.name.startsWith('log.') || lasting.has(fact.name)) return [fact];
		const value = emptied(fact.value);
		return value === undefined ? [] : [{ ...fact, value, citations: [] }];
	});
	if (typeof failures !== 'number' || failures === 0) return moved;
	const old = (
		name: string,
		from: string,
		join: (before: JsonValue | undefined, now: JsonValue) => JsonValue,
	): readonly Fact[] => {
		const now = facts.find((fact) => fact.name === from);
		const before = facts.find((fact) => fact.name === name);
		if (!now) return [];
		return [{ ...now, name, value: join(before?.value, now.value), citations: [...(before?.citations ?? []), ...now.citations] }];
	};
	const counted = [
		...old('log.oldFailures', 'log.currentFailures', (before, now) => Number(before ?? 0) + Number(now)),
		...old('log.oldFamilies', 'log.currentFamilies', (before, now) => [...listOf(before), ...listOf(now)]),
		...(at === undefined ? [] : old('log.oldLastAt', 'log.lastFailureAt', (_before, now) => now)),
	];
	const replaced = new Set(counted.map(({ name }) => name));
	return [...moved.filter(({ name }) => !replaced.has(name)), ...counted];
}

/** Nothing of it is left in the current run; words have no such value. */
function emptied(value: JsonValue): JsonValue | undefined {
	if (typeof value === 'number') return 0;
	if (typeof value === 'boolean') return false;
	return Array.isArray(value) ? [] : undefined;
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);

function factOf(facts: LogFacts, name: string): JsonValue | undefined {
	return facts.find((fact) => fact.name === name)?.value;
}

function textOf(facts: LogFacts, name: string): string | undefined {
	const value = factOf(facts, name);
	return typeof value === 'string' ? value : undefined;
}
