import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/domain/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import type { Overlay } from '../../src/tui/overlay.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame, sizes } from './frame.ts';
import { keys, stage } from './stage.ts';

interface Scene {
	readonly name: string;
	readonly body: Screen['body'];
	readonly legal?: readonly Intent['type'][];
	/** Keys that open what lies on top. */
	readonly keys?: readonly string[];
	/** Stands somewhere on the screen at every size. */
	readonly shows: RegExp;
}

const inFlow: readonly Intent['type'][] = ['back', 'skip', 'repeat', 'start-over'];

const bodies: readonly Scene[] = [
	{ name: 'welcome', body: screens.welcome, legal: ['choose-flow'], shows: /proposed: Children die/ },
	{
		name: 'looking',
		body: { ...screens.welcome, looking: true, sightings: [] },
		legal: ['choose-flow'],
		shows: /Looking at the target/,
	},
	{
		name: 'practice',
		body: { ...screens.welcome, hasServer: false },
		legal: ['choose-flow'],
		shows: /1\. Practise on a recorded server/,
	},
	{ name: 'ask', body: screens.ask, legal: [...inFlow, 'answer'], shows: /3\. I don't know/ },
	{ name: 'collect', body: screens.collect, legal: [...inFlow, 'consent'], shows: /running +15 s/ },
	{ name: 'collected', body: screens.finishedCollect, legal: [...inFlow, 'continue'], shows: /▌ \[core:notice\]/ },
	{ name: 'judge', body: screens.judge, legal: [...inFlow, 'continue', 'override'], shows: /error\.log:17200/ },
	{ name: 'diagnosis', body: screens.diagnosis, legal: [...inFlow, 'apply-remedy'], shows: /DIAGNOSED: mod_jk crashes/ },
	{ name: 'hand-off', body: screens.handOff, legal: inFlow, shows: /Hand the report to the owner/ },
	{ name: 'ended', body: screens.ended, shows: /Handed over/ },
];

const open = (kind: Overlay['kind'], pressed: readonly string[], shows: RegExp, at: Scene['body'] = screens.judge): Scene => ({
	name: kind,
	body: at,
	legal: [...inFlow, 'override', 'apply-remedy', 'consent', 'choose-flow'],
	keys: pressed,
	shows,
});

const overlays: readonly Scene[] = [
	open('help', ['?'], /On this screen/),
	open('override', ['o'], /REFUTED: leads to Look elsewhere/),
	open('override', ['o', keys.enter], /Reason:/),
	open('note', ['m'], /Note:/),
	open('paste', [keys.paste(screens.errorLog)], /301 lines/),
	open('export', ['e'], /Markdown, for people/),
	open('quit', ['q'], /1\. Stay here/),
	open('knowledge', ['i'], /1\. mod_jk loses its shared memory/),
	open('article', ['i', keys.enter], /Shared memory/),
	open('practice', ['3', keys.enter], /1\. mod_jk crash/, screens.welcome),
	open('bundle', ['4', keys.enter], /Path:/, screens.welcome),
	open('sessions', ['5', keys.enter], /2026-11-20 10:00/, screens.welcome),
	open('remedy', ['2', keys.enter], /Type "APPLY" to consent:/, screens.diagnosis),
	open('remedy', ['3', keys.enter], /It has been applied/, screens.diagnosis),
	open('article', ['a'], /Shared memory/, screens.diagnosis),
	open('consent', ['3', 'c'], /Type "intrusive" to consent:/, screens.collect),
];

describe.each(sizes)('at %i columns and %i rows', (columns, rows) => {
	test.each([...bodies, ...overlays])(
		'$name keeps to its frame ($keys)',
		async ({ body, legal = [], keys: pressed = [], shows }) => {
			const path = ['아파치', 'What is wrong', screens.long, body.kind];
			const screen: Screen = {
				...screens.screenOf(body, legal, path),
				warnings: ['first', `second ${screens.hostile} ${screens.long}`],
			};
			const handle = fakeHandle({ screen, texts: { e1: screens.errorLog } });
			const drawn = await stage(fakeWizard(handle).tree, columns, rows);
			await drawn.press(...pressed);
			await drawn.settle();
			expectFrame(drawn, columns, rows);
			expect(drawn.text()).toMatch(shows);
			drawn.close();
		},
	);
});

test('the banner says who works where, and the rights in words', async () => {
	const drawn = await stage(fakeWizard(fakeHandle({ screen: screens.screenOf(screens.ask) })).tree, 160, 50);
	expect(drawn.rows()[0]).toBe('root@web3 ·  as ROOT: commands have full rights  · child-crash · session 20261121-1940-ab');
	drawn.close();
});

test('hostile text is shown as escapes', async () => {
	const drawn = await stage(fakeWizard(fakeHandle({ screen: screens.screenOf(screens.ask, ['answer']) })).tree);
	expect(drawn.text()).toContain('evil \\x1b]0;owned\\x07 \\u{202e}abc\\x9b31m');
	expect(drawn.raw()).not.toContain('\u001b]0;');
	drawn.close();
});

test('the newest warning is shown with the number of the others, and help shows all', async () => {
	const screen = { ...screens.screenOf(screens.ask, ['answer']), warnings: ['the journal was cut', 'the clock went back'] };
	const drawn = await stage(fakeWizard(fakeHandle({ screen })).tree);
	expect(drawn.text()).toContain('! the clock went back (+1 more, see help)');
	await drawn.press('?');
	expect(drawn.text()).toContain('- the journal was cut');
	drawn.close();
});

test('a terminal that is too small says so, and goes on when it grows', async () => {
	const drawn = await stage(fakeWizard(fakeHandle({ screen: screens.screenOf(screens.ask, ['answer']) })).tree);
	await drawn.press('1');
	await drawn.resize(59, 24);
	expect(drawn.text()).toContain('too small: 59x24');
	expect(drawn.text()).not.toContain('Under load');
	await drawn.press('b', '2', keys.enter);
	await drawn.resize(80, 20);
	expectFrame(drawn, 80, 20);
	expect(drawn.text()).toContain('❯ 1. At the start');
	drawn.close();
});

test('where the locale is not UTF-8, nothing of our own needs it', async () => {
	const ascii = {
		...screens.collect,
		items: [screens.item({ evidence: [screens.evidence({ id: 'none' })] }), screens.item({ collector: 'b', state: 'running' })],
	};
	for (const body of [
		ascii,
		{ ...screens.welcome, symptoms: [], sightings: [{ tone: 'bad' as const, text: 'x'.repeat(200) }] },
	]) {
		const handle = fakeHandle({ screen: screens.screenOf(body, ['continue'], ['one', 'two']) });
		const drawn = await stage(fakeWizard(handle, {}, { LANG: 'C' }).tree);
		expect(drawn.text()).toMatch(/^[\x20-\x7e\n]+$/);
		await drawn.press('?');
		expect(drawn.text()).toMatch(/^[\x20-\x7e\n]+$/);
		drawn.close();
	}
});
