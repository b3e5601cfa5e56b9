import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { derivedDeclarations, mergeFacts, sourcesOf } from '../../src/flow/index.ts';
import { evidence, facts } from './facts.ts';

describe('derived facts', () => {
	it('are declared, and name what they are made of', () => {
		for (const { name, meaning } of derivedDeclarations) {
			expect(meaning).not.toBe('');
			expect(sourcesOf(name)).not.toContain(name);
		}
		expect(sourcesOf('log.lines')).toEqual(['log.lines']);
	});
});

describe('RemoveIPC in effect', () => {
	const effective = (values: Readonly<Record<string, JsonValue>>) => facts(values).value('logind.effectiveRemoveIpc');

	it('is what the running logind has, whatever its files say, and what they say where it was not asked', () => {
		for (const live of [true, false]) {
			for (const file of [true, false]) {
				expect(effective({ 'logindLive.removeIpc': live, 'logind.removeIpc': file })).toBe(live);
			}
			expect(effective({ 'logindLive.removeIpc': live })).toBe(live);
			expect(effective({ 'logind.removeIpc': live })).toBe(live);
		}
		expect(effective({ 'logind.shippedRemoveIpc': true })).toBeUndefined();
	});

	it('rests on the lines of the one that decides, and is as incomplete as that one', () => {
		const live = evidence('e1', { 'logindLive.removeIpc': true });
		const file = evidence('e2', { 'logind.removeIpc': false }, { partial: true });
		expect(mergeFacts([], [live, file]).lookup('logind.effectiveRemoveIpc')).toMatchObject({
			...{ value: true, partial: false, citations: [{ evidence: 'e1' }] },
		});
		expect(mergeFacts([], [file]).lookup('logind.effectiveRemoveIpc')).toMatchObject({ value: false, partial: true });
	});
});

describe('the unit and the server', () => {
	it('belong together where the main process of the one is the parent of the other', () => {
		const runs = (main: number, parent: number) =>
			facts({ 'unit.mainPid': main, 'httpd.parentPid': parent }).value('unit.runsServer');
		expect([runs(700, 700), runs(0, 700), runs(701, 700)]).toEqual([true, false, false]);
		expect(facts({ 'unit.mainPid': 700 }).value('unit.runsServer')).toBeUndefined();
	});
});
