import { describe, expect, test } from 'vitest';
import * as screens from './fake-screens.ts';
import { at } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, type Stage, stage } from './stage.ts';

const other = { id: '20261121-194000-aaaaaa', user: 'mina', pid: 4711, host: null, since: '2026-11-21 19:40:00' };

async function welcomed(): Promise<{ readonly drawn: Stage; readonly opened: readonly string[] }> {
	const { tree, told } = fakeWizard(at(screens.welcome, ['choose-flow']), { others: async () => [other] });
	const drawn = await stage(tree, 100, 30);
	await drawn.settle();
	return { drawn, opened: told.opened };
}

/** Opens what the first screen says of the others. */
async function openOthers(drawn: Stage): Promise<void> {
	for (let moves = 0; moves < 12 && !/❯ \d+\. Look on, or take over/.test(drawn.text()); moves += 1) await drawn.press(keys.down);
	await drawn.press(keys.enter);
	expect(drawn.text()).toContain('Somebody else works on this server');
}

describe('somebody else on the same server', () => {
	test('is named on the first screen, with since when', async () => {
		const { drawn } = await welcomed();
		expect(drawn.text()).toContain('mina (process 4711) works on this server since 2026-11-21 19:40:00.');
		drawn.close();
	});

	test('is left alone by Enter', async () => {
		const { drawn, opened } = await welcomed();
		await openOthers(drawn);
		await drawn.press(keys.enter);
		expect(opened).toEqual([]);
		expect(drawn.text()).toContain('What is wrong with the server?');
		drawn.close();
	});

	test('may be looked on', async () => {
		const { drawn, opened } = await welcomed();
		await openOthers(drawn);
		await drawn.press(keys.down, keys.enter);
		expect(opened).toEqual([`watch ${other.id}`]);
		drawn.close();
	});

	test('is taken over by the typed word only', async () => {
		const { drawn, opened } = await welcomed();
		await openOthers(drawn);
		await drawn.press(keys.down, keys.down, keys.enter);
		expect(drawn.text()).toContain('Take over from mina');
		await drawn.type('yes');
		await drawn.press(keys.enter);
		expect(opened).toEqual([]);
		await drawn.press(keys.backspace, keys.backspace, keys.backspace);
		await drawn.type('over');
		await drawn.press(keys.enter);
		expect(opened).toEqual([`take over ${other.id}`]);
		drawn.close();
	});
});
