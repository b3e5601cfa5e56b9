import { describe, expect, test } from 'vitest';
import { restsOnAll } from '../../src/domain/index.ts';
import { capturedIn, marksOf } from '../../src/tui/documents/evidence.ts';
import * as screens from './fake-screens.ts';

describe('marks', () => {
	test('are set by no fact that rests on every line of a long text', () => {
		expect(restsOnAll({ firstLine: 1, lastLine: 300 }, 300)).toBe(true);
		expect(restsOnAll({ firstLine: 2, lastLine: 300 }, 300)).toBe(false);
		expect(restsOnAll({ firstLine: 1, lastLine: 1 }, 1)).toBe(false);
		const [event] = [screens.captured(1)];
		if (event.type !== 'evidence-captured') throw new Error('not captured');
		const all = { name: 'log.lines', value: 300, citations: [{ evidence: 'e1', firstLine: 1, lastLine: 300 }], partial: false };
		const [captured] = capturedIn([{ ...event, facts: [all, ...event.facts] }]);
		expect(captured && marksOf(captured)).toEqual([{ firstLine: 200, lastLine: 201 }]);
	});
});
