import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import type { RemedyView } from '../../src/session/screen-types.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

const screenWith = (part: Partial<RemedyView>) => {
	const [first] = screens.diagnosis.diagnoses;
	const diagnoses = first ? [{ ...first, remedies: [{ ...screens.remedy, ...part }] }] : [];
	return screens.screenOf({ ...screens.diagnosis, diagnoses }, [...inFlow, 'apply-remedy', 'preview-remedy']);
};
const part = { diagnosis: 'mod-jk-shm-crash', remedy: 'shm-file' } as const;

describe('a remedy that is opened', () => {
	test('is shown as it would be now before its word can be typed', async () => {
		const handle = fakeHandle({ screen: screenWith({ preview: { state: 'missing', problem: null } }) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('2', keys.enter);
		expect(handle.sent).toEqual([{ type: 'preview-remedy', ...part, undo: false }]);
		expect(drawn.text()).not.toContain('Type "APPLY"');
		handle.show(screenWith({ preview: { state: 'looking', problem: null } }));
		await drawn.settle();
		expect(drawn.text()).toContain('Looking at what it would change now.');
		handle.show(screenWith({ preview: { state: 'ready', problem: null } }));
		await drawn.settle();
		expect(drawn.text()).toContain('Type "APPLY" to consent');
		await drawn.type('APPLY');
		await drawn.press(keys.enter);
		expect(handle.sent).toHaveLength(2);
		expect(handle.sent.at(-1)).toEqual({ type: 'apply-remedy', ...part, undo: false });
		drawn.close();
	});

	test('offers no field when a file cannot be changed', async () => {
		const problem = '/etc/apache2/jk.conf is a symbolic link';
		const handle = fakeHandle({ screen: screenWith({ preview: { state: 'ready', problem } }) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('2', keys.enter);
		expect(drawn.text()).toContain(`Not possible: ${problem}.`);
		expect(drawn.text()).not.toContain('Type "APPLY"');
		drawn.close();
	});

	test('asks for the undo where the undo was opened', async () => {
		const state = { state: 'interrupted', undoPreview: { state: 'missing', problem: null } } as const;
		const handle = fakeHandle({ screen: screenWith(state) });
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('3', keys.enter);
		expect(handle.sent).toEqual([{ type: 'preview-remedy', ...part, undo: true }]);
		drawn.close();
	});
});

describe('a remedy in the background', () => {
	test.each<[string, SessionEvent]>([
		[
			'changed since it was shown',
			{ type: 'remedy-refused', ...part, undo: false, because: 'It has changed since it was shown.', seq: 2, at: 1 },
		],
		['is taken back', { type: 'remedy-rollback-started', ...part, undo: false, actions: [], seq: 2, at: 1 }],
		['The undo is finished.', { type: 'remedy-finished', ...part, undo: true, succeeded: true, targetTime: null, seq: 2, at: 1 }],
		[
			'Verification: REFUTED. A child died.',
			{ type: 'verified', ...part, verdict: 'refuted', statement: 'A child died.', seq: 2, at: 1 },
		],
	])('tells that it %s', async (words, event) => {
		const events: SessionEvent[] = [screens.captured(1)];
		const handle = fakeHandle({ screen: screenWith({}), events });
		const drawn = await stage(fakeWizard(handle).tree);
		events.push(event);
		handle.show(screenWith({ log: ['done: something'] }));
		await drawn.settle();
		expect(drawn.text()).toContain(words);
		drawn.close();
	});
});
