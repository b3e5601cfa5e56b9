import { describe, expect, test } from 'vitest';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

describe('consent', () => {
	test('a remedy shows what it does, and only the typed word applies it', async () => {
		const handle = at(screens.diagnosis, [...inFlow, 'apply-remedy']);
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('2', keys.enter);
		expect(drawn.text()).toContain('MUTATING: changes the target');
		expect(drawn.text()).toContain('+JkShmFile /run/jk.shm');
		expect(drawn.text()).toContain('(by hand) restore /etc/apache2');
		expect(drawn.text()).toContain('No child died of a signal since the restart.');
		await drawn.press(keys.enter);
		await drawn.type('apply');
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('Nothing was done: what to type is "APPLY".');
		expect(handle.sent).toEqual([]);
		for (let letter = 0; letter < 5; letter += 1) await drawn.press(keys.backspace);
		await drawn.type('APPLY');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'apply-remedy', diagnosis: 'mod-jk-shm-crash', remedy: 'shm-file', undo: false }]);
		drawn.close();
	});

	test('a remedy with unknown facts or a failed precondition offers no field at all', async () => {
		for (const part of [{ unknownFacts: ['conf.jkShmFile'] }, { precondition: 'refuted' as const }]) {
			const [first] = screens.diagnosis.diagnoses;
			const diagnoses = first ? [{ ...first, remedies: [{ ...screens.remedy, ...part }] }] : [];
			const handle = at({ ...screens.diagnosis, diagnoses }, [...inFlow, 'apply-remedy']);
			const drawn = await stage(fakeWizard(handle).tree);
			await drawn.press('2', keys.enter);
			expect(drawn.text()).toContain('Not offered');
			expect(drawn.text()).not.toContain('Type "APPLY"');
			await drawn.type('APPLY');
			await drawn.press(keys.enter);
			expect(handle.sent).toEqual([]);
			drawn.close();
		}
	});

	test('the undo of an applied remedy is confirmed in the same way', async () => {
		const handle = at(screens.diagnosis, [...inFlow, 'apply-remedy']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('4', keys.enter);
		expect(drawn.text()).toContain('The undo will do exactly this');
		await drawn.type('APPLY');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'apply-remedy', diagnosis: 'mod-jk-shm-crash', remedy: 'second', undo: true }]);
		drawn.close();
	});

	test('what needs it is told of where nothing else is left to wait for', async () => {
		const items = screens.collect.items.filter(({ state }) => state !== 'running');
		const handle = at({ ...screens.collect, items, finished: true }, [...inFlow, 'consent']);
		const drawn = await stage(fakeWizard(handle).tree);
		expect(drawn.text()).toContain('Enter leaves out what needs your consent');
		expect(drawn.text()).not.toContain('All evidence is in');
		drawn.close();
	});

	test('a collector above read shows its command and asks for its risk as a word', async () => {
		const handle = at(screens.collect, [...inFlow, 'consent']);
		const drawn = await stage(fakeWizard(handle).tree);
		// Another collector is highlighted; only one waits for a consent.
		await drawn.press('c');
		expect(drawn.text()).toContain('Type "intrusive" to consent:');
		await drawn.press(keys.escape, '3', 'c');
		expect(drawn.text()).toContain('gdb -p 17');
		await drawn.type('intrusive');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'consent', collector: 'gdb' }]);
		drawn.close();
	});
});

describe('an override', () => {
	test('needs a verdict and a reason', async () => {
		const handle = at(screens.judge, [...inFlow, 'continue', 'override']);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('o', keys.enter, keys.enter);
		expect(drawn.text()).toContain('An override needs a reason.');
		expect(handle.sent).toEqual([]);
		await drawn.type('q? 한국');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'override', verdict: 'refuted', reason: 'q? 한국' }]);
		expect(drawn.text()).toContain('CONFIRMED: 3 children died');
		drawn.close();
	});

	test('is not offered where it is not legal', async () => {
		const drawn = await stage(fakeWizard(at(screens.ask, [...inFlow, 'answer'])).tree);
		expect(drawn.rows().at(-1)).not.toContain('o override');
		await drawn.press('o');
		expect(drawn.text()).toContain('That key has no use here.');
		drawn.close();
	});
});

describe('leaving', () => {
	test('Ctrl-C asks once and leaves the second time', async () => {
		const { tree, told } = fakeWizard(at(screens.ask, [...inFlow, 'answer']));
		const drawn = await stage(tree);
		await drawn.press(keys.ctrlC);
		expect(told.left).toEqual([]);
		expect(drawn.text()).toContain('Leave httpd-medic?');
		await drawn.press(keys.ctrlC);
		expect(told.left).toEqual([true]);
		drawn.close();
	});

	test('Ctrl-C works while a text is typed and over any overlay', async () => {
		const { tree, told } = fakeWizard(at(screens.ask, [...inFlow, 'answer']));
		const drawn = await stage(tree);
		await drawn.press('m', 'x', keys.ctrlC, keys.ctrlC);
		expect(told.left).toEqual([true]);
		drawn.close();
	});

	test('q asks, and Enter alone stays', async () => {
		const { tree, told } = fakeWizard(at(screens.ask, [...inFlow, 'answer']));
		const drawn = await stage(tree);
		await drawn.press('q', keys.enter);
		expect(drawn.text()).toContain("I don't know");
		expect(told.left).toEqual([]);
		await drawn.press('q', '2', keys.enter);
		expect(told.left).toEqual([false]);
		drawn.close();
	});

	test('a session is ended on demand', async () => {
		const handle = at(screens.diagnosis);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('q', '3', keys.enter);
		expect(handle.sent).toEqual([{ type: 'leave', outcome: 'resolved' }]);
		drawn.close();
	});
});
