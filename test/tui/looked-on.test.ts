import { describe, expect, test } from 'vitest';
import { readOnlyScreen } from '../../src/session/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { inFlow } from './fake-session.ts';
import { keys, stage } from './stage.ts';

const all = [
	...inFlow,
	'answer',
	'consent',
	'continue',
	'override',
	'apply-remedy',
	'preview-remedy',
	'choose-flow',
	'watch',
] as const;

const bodies: readonly Screen['body'][] = [
	screens.welcome,
	screens.ask,
	screens.collect,
	screens.finishedCollect,
	screens.judge,
	screens.diagnosis,
	screens.handOff,
	screens.ended,
];

const looked = (body: Screen['body']): Screen => readOnlyScreen(screens.screenOf(body, all));

describe('a session that is only looked at', () => {
	test.each(bodies)('is asked for nothing that it would refuse: $kind', async (body) => {
		const asked: string[] = [];
		const handle = fakeHandle({ screen: looked(body), texts: { e1: screens.errorLog } });
		const refusing = {
			...handle,
			send: async ({ type }: { readonly type: string }): Promise<void> => {
				asked.push(type);
				throw new Error('nobody can');
			},
		};
		const drawn = await stage(fakeWizard(handle, { session: refusing }).tree, 80, 24);
		for (const key of ['b', 's', 'r', 'd', 'x', 'c', 'o', 'm', 'p', 'G', keys.enter]) await drawn.press(key, keys.escape);
		const numbers = body.kind === 'ended' ? ['1', '2'] : ['1', '2', '3', '4', '5', '6', '7', '8'];
		for (const number of numbers) await drawn.press(number, keys.enter, keys.enter, keys.escape, keys.escape);
		expect(asked).toEqual([]);
		drawn.close();
	});

	test('offers no symptom, no answer, no step ahead and no watch', async () => {
		for (const [body, shown, hidden] of [
			[screens.welcome, /only looked at[\s\S]*1\. Practise/, /Children die/],
			[screens.ask, /- At the start/, /1\. At the start|d don't know/],
			[screens.collect, /Collected so far: 3 of 4\./, /Enter goes on|x stop|c allow/],
			[screens.judge, /leads to/, /Enter goes there|Enter go on|o override/],
			[screens.diagnosis, /1\. Read: /, /Watch whether|b back|Go back to the symptoms/],
		] as const) {
			const drawn = await stage(fakeWizard(fakeHandle({ screen: looked(body) })).tree, 120, 40);
			expect(drawn.text()).toMatch(shown);
			expect(drawn.text()).not.toMatch(hidden);
			drawn.close();
		}
	});

	test('shows what a remedy would do, and says that it cannot be done here', async () => {
		const drawn = await stage(fakeWizard(fakeHandle({ screen: looked(screens.diagnosis) })).tree);
		await drawn.press('2', keys.enter);
		expect(drawn.text()).toContain('apachectl graceful');
		expect(drawn.text()).toContain('this session is only looked at');
		expect(drawn.text()).not.toContain('Type "APPLY"');
		drawn.close();
	});

	test('is left without a word about its end', async () => {
		const drawn = await stage(fakeWizard(fakeHandle({ screen: looked(screens.diagnosis) })).tree);
		await drawn.press('q');
		expect(drawn.text()).toMatch(/1\. Stay here\s+2\. Leave now; nothing of the session is changed\n(?!.*3\.)/);
		drawn.close();
	});

	test('can be taken over by whoever looks on', async () => {
		const handle = fakeHandle({ id: 's7', screen: looked(screens.judge) });
		const other = { id: 's7', user: 'kim', pid: 4711, host: null, since: '2026-11-21 20:00:00' };
		const { tree, told } = fakeWizard(handle, { others: async () => [other] });
		const drawn = await stage(tree);
		await drawn.press(':');
		await drawn.type('take over');
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('1. Go on looking on');
		expect(drawn.text()).not.toContain('Look on while');
		await drawn.press('2', keys.enter);
		await drawn.type('over');
		await drawn.press(keys.enter);
		expect(told.opened).toEqual(['take over s7']);
		drawn.close();
	});
});
