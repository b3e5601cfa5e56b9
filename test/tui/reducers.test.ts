import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erased, pasted, typed } from '../../src/tui/overlays/paste-buffer.ts';
import { firstRow, interesting, step } from '../../src/tui/screens/collectors.ts';
import { type ChoiceEvent, createChoice, moveChoice } from '../../src/tui/widgets/choice.ts';
import { editField, emptyField, type FieldCommand, textOf } from '../../src/tui/widgets/field.ts';
import { collect, evidence, item } from './fake-screens.ts';

const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
const choiceEvent: fc.Arbitrary<ChoiceEvent> = fc.oneof(
	fc.record({ type: fc.constant('highlighted' as const), value: fc.constantFrom('a', 'b', 'z') }),
	fc.record({ type: fc.constant('number' as const), number: fc.integer({ min: 0, max: 9 }) }),
	fc.record({ type: fc.constantFrom('first' as const, 'last' as const) }),
	fc.record({ type: fc.constant('values' as const), values, initial: fc.constantFrom(null, 'a', 'c', 'z') }),
);

describe('a choice list', () => {
	test('always highlights one of its values, or nothing when it has none', () => {
		fc.assert(
			fc.property(values, fc.array(choiceEvent), (first, events) => {
				const end = events.reduce(moveChoice, createChoice(first, null));
				if (end.values.length === 0) expect(end.selected).toBeNull();
				else expect(end.values).toContain(end.selected);
			}),
		);
	});

	test('a number highlights that choice; one beyond the end changes nothing', () => {
		const list = createChoice(['a', 'b'], null);
		expect(moveChoice(list, { type: 'number', number: 2 }).selected).toBe('b');
		expect(moveChoice(list, { type: 'number', number: 3 })).toBe(list);
	});

	test('follows its first choice until it is touched, then keeps what was highlighted', () => {
		const list = createChoice(['flow', 'practice'], null);
		const fresh: ChoiceEvent = { type: 'values', values: ['practice', 'flow'], initial: null };
		expect(moveChoice(list, fresh).selected).toBe('practice');
		const touched = moveChoice(list, { type: 'first' });
		expect(moveChoice(touched, fresh).selected).toBe('flow');
		expect(moveChoice(touched, { type: 'values', values: ['x'], initial: null })).toMatchObject({
			selected: 'x',
			touched: false,
		});
	});
});

const fieldCommand: fc.Arbitrary<FieldCommand> = fc.oneof(
	fc.record({ type: fc.constant('insert' as const), text: fc.constantFrom('a', '한', 'é', '👩‍💻', '\u0301', 'two\nlines') }),
	fc.record({
		type: fc.constantFrom(
			'backspace' as const,
			'delete' as const,
			'left' as const,
			'right' as const,
			'home' as const,
			'end' as const,
		),
	}),
);

describe('a text field', () => {
	test('keeps its caret within one line of text', () => {
		fc.assert(
			fc.property(fc.array(fieldCommand), (commands) => {
				const end = commands.reduce(editField, emptyField);
				expect(end.caret).toBeGreaterThanOrEqual(0);
				expect(end.caret).toBeLessThanOrEqual(end.graphemes.length);
				expect(textOf(end)).not.toMatch(/[\r\n\t]/);
			}),
		);
	});

	test('edits whole letters at the caret', () => {
		const typedText = ['한', '국', 'x'].reduce((state, text) => editField(state, { type: 'insert', text }), emptyField);
		const moved = editField(typedText, { type: 'left' });
		expect(textOf(editField(moved, { type: 'backspace' }))).toBe('한x');
		expect(textOf(editField(moved, { type: 'delete' }))).toBe('한국');
		expect(textOf(editField(moved, { type: 'clear' }))).toBe('');
	});
});

describe('a paste buffer', () => {
	test('keeps newlines, and only what was typed can be erased', () => {
		const first = pasted({ text: '', isTyped: false }, 'a\r\nb\r');
		expect(first.text).toBe('a\nb\n');
		expect(erased(first)).toBe(first);
		expect(erased(typed(first, '한')).text).toBe('a\nb\n');
	});
});

describe('the collectors', () => {
	test('what runs is shown first; at the end, what has something to tell', () => {
		const quiet = item({ collector: 'a', evidence: [evidence({ marked: [] })] });
		const items = [quiet, item({ collector: 'b', state: 'running', evidence: [] }), item({ collector: 'c' })];
		const screen = { ...collect, items, finished: true };
		expect(interesting({ ...screen, finished: false })).toBe(1);
		expect(interesting(screen)).toBe(2);
		expect(interesting({ ...screen, telling: items[0]?.collector ?? null })).toBe(0);
		expect(interesting({ ...screen, items: [quiet] })).toBe(0);
	});

	test('the cursor stays in the list and in sight', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 30 }),
				fc.nat(40),
				fc.integer({ min: -5, max: 5 }),
				fc.integer({ min: 1, max: 10 }),
				(count, from, by, height) => {
					const index = step(step(from, 0, count), by, count);
					const first = firstRow(index, count, height);
					expect(index).toBeGreaterThanOrEqual(0);
					expect(index).toBeLessThan(count);
					expect(index - first).toBeGreaterThanOrEqual(0);
					expect(index - first).toBeLessThan(height);
				},
			),
		);
		expect(step(0, 1, 0)).toBe(0);
	});
});
