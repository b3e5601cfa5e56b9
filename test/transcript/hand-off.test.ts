import { english } from '../../src/catalogue/index.ts';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/index.ts';
import { fold } from '../../src/session/index.ts';
import { handOff, lastScan } from '../../src/transcript/index.ts';
import { planted } from './planted.ts';
import { partsOf } from './session.ts';

const choices = { keep: [], hide: [] };
const owner: Fact = { name: 'ipcs.semaphoreOwners', value: { 'j.doe': 3 }, citations: [], partial: false };
const lines = (text: string): number => text.split('\n').length;

describe('a session for somebody else', () => {
	test('holds no planted secret, neither in its evidence nor in its events', () => {
		const frame = '#1  0x00007f2b1c08d1aa in wc_maintain (l=0x55f0c89e1a40) at jk_worker.c:363\n';
		const pieces = planted.map(({ format, before, secret, after }, index) => ({
			...{ id: `piece-${index}`, format },
			text: `${format === 'backtrace' ? frame : ''}${before}${secret}${after}\n`,
		}));
		const parts = partsOf({ pieces, more: pieces.map(({ text }) => ({ type: 'noted', step: null, text })) });
		const { events, texts, secrets } = handOff(parts, choices);
		const all = [JSON.stringify(events), ...texts.values()].join('\n');
		expect(lastScan(all, secrets, false, english.transcript.leaks)).toEqual([]);
		for (const { secret } of planted) expect(all).not.toContain(secret);
		for (const { id, text } of pieces) expect(lines(texts.get(id) ?? '')).toBe(lines(text));
	});

	test('hides names of accounts that are keys of a fact, and the same in the text', () => {
		const text = '0x00000000 5 j.doe 600 1\n';
		const owners: Fact = { ...owner, citations: [{ evidence: 'sets', firstLine: 1, lastLine: 1 }] };
		const user: Fact = { name: 'httpd.childUser', value: 'j.doe', citations: [], partial: false };
		const parts = partsOf({ pieces: [{ id: 'sets', format: 'ipcs', text, facts: [owners, user] }] });
		const { events, texts } = handOff(parts, choices);
		expect(JSON.stringify(events)).not.toContain('j.doe');
		expect(texts.get('sets')).not.toContain('j.doe');
		const [, captured] = events;
		const [shown] = captured?.type === 'evidence-captured' ? captured.facts : [];
		expect(shown).toMatchObject({ name: 'ipcs.semaphoreOwners', citations: owners.citations });
		expect(texts.get('sets')).toContain(Object.keys(Object.assign({}, shown?.value))[0]);
	});

	test('opens where it was, without its machine, and runs nothing that was under way', () => {
		const parts = partsOf({
			pieces: [],
			more: [
				{ type: 'flow-chosen', flow: 'check-up' },
				{ type: 'step-entered', step: 'look' },
				{ type: 'collection-started', run: 1, collector: 'error-log', requests: ['cat /log'], risk: 'read' },
			],
		});
		const state = fold(handOff(parts, choices).events);
		expect(state).toMatchObject({ flow: 'check-up', trail: ['look'], start: { target: { uri: 'none' } } });
		expect(state.collections['error-log']?.state).toBe('stopped');
	});
});
