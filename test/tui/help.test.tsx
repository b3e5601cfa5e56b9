import type { Key } from 'ink';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import type { Intent } from '../../src/domain/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import { readOnlyScreen } from '../../src/session/index.ts';
import { type AppProps, Frame } from '../../src/tui/App.tsx';
import { nameOf } from '../../src/tui/bindings.ts';
import { screenHints } from '../../src/tui/hints.ts';
import { type Router, RouterContext, useRouter } from '../../src/tui/router.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { inFlow } from './fake-session.ts';
import { keys, type Stage, stage } from './stage.ts';

const noKey: Key = {
	...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageDown: false, pageUp: false },
	...{ home: false, end: false, return: false, escape: false, tab: false, backspace: false, delete: false },
	...{ ctrl: false, shift: false, meta: false, super: false, hyper: false, capsLock: false, numLock: false },
};

interface Press {
	readonly input: string;
	readonly key: Key;
}

const special = [
	'return',
	'escape',
	'tab',
	'upArrow',
	'downArrow',
	'leftArrow',
	'rightArrow',
	'pageUp',
	'pageDown',
	'home',
	'end',
] as const;

/** Every key that a keyboard has. */
const keyboard: readonly Press[] = [
	...special.map((name) => ({ input: '', key: { ...noKey, [name]: true } })),
	...(['backspace', 'delete'] as const).map((name) => ({ input: '', key: { ...noKey, [name]: true } })),
	...Array.from({ length: 95 }, (_, index) => ({ input: String.fromCharCode(32 + index), key: noKey })),
	...Array.from({ length: 26 }, (_, index) => ({ input: String.fromCharCode(97 + index), key: { ...noKey, ctrl: true } })),
];
const escape: Press = { input: '', key: { ...noKey, escape: true } };

interface Desk {
	readonly drawn: Stage;
	/** Whether anything took the key. */
	readonly press: (press: Press) => Promise<boolean>;
}

async function desk(screen: Screen): Promise<Desk> {
	let router: Router | null = null;
	function Root(props: AppProps): ReactElement {
		router = useRouter();
		return (
			<RouterContext value={router}>
				<Frame {...props} />
			</RouterContext>
		);
	}
	const handle = fakeHandle({ screen, texts: { e1: screens.errorLog } });
	const drawn = await stage(fakeWizard(handle, {}, undefined, Root).tree, 80, 30);
	return {
		drawn,
		press: async ({ input, key }) => {
			const isTaken = router?.keys.list().some((handler) => handler(input, key)) ?? false;
			await drawn.settle();
			return isTaken;
		},
	};
}

const meanings: Readonly<Record<string, string>> = english.tui.help.keys;

/** Keys that the help of what is on the screen lists, with what they do. */
async function listed(opened: readonly string[], screen: Screen): Promise<readonly string[]> {
	const { drawn } = await desk(screen);
	await drawn.press(...opened, '?');
	await drawn.resize(200, 80);
	const rows = drawn.rows();
	expect(rows.find((row) => row.startsWith('Keys (httpd-medic'))).toBeDefined();
	drawn.close();
	const told = Object.values(meanings).toSorted((one, other) => other.length - one.length);
	return rows.flatMap((row) => {
		const meaning = told.find((each) => row.endsWith(`  ${each}`) || row.endsWith(` ${each}`));
		if (!row.startsWith('  ') || meaning === undefined) return [];
		const names = row.slice(0, -meaning.length).trim();
		const [, last] = /^1 to (\d)$/.exec(names) ?? [];
		if (last !== undefined) return Array.from({ length: Number(last) }, (_, index) => String(index + 1));
		return names.split(', ');
	});
}

/** Keys that something takes. After each, all is as it was before. */
async function taken(opened: readonly string[], screen: Screen): Promise<readonly string[]> {
	const { drawn, press } = await desk(screen);
	await drawn.press(...opened);
	const names: string[] = [];
	const before = drawn.text();
	for (const each of keyboard) {
		const name = nameOf(each.input, each.key);
		if (await press(each)) names.push(name);
		if (name === 'Tab' || name === 'w') await press(each);
		for (let tries = 0; tries < 3 && drawn.text() !== before; tries += 1) await press(escape);
		for (const input of opened) if (/^\d$/.test(input)) await drawn.press(input);
	}
	drawn.close();
	return names;
}

const legal: readonly Intent['type'][] = [...inFlow, 'answer', 'consent', 'continue', 'override', 'choose-flow', 'apply-remedy'];
const cited = { ...screens.screenOf(screens.judge, legal), debuggers: [] };
const scenes: readonly (readonly [string, Screen, readonly string[]])[] = [
	['welcome', screens.screenOf(screens.welcome, ['choose-flow']), []],
	['ask', screens.screenOf(screens.ask, legal), []],
	['collect', screens.screenOf(screens.collect, legal), []],
	['collect, at what needs consent', screens.screenOf(screens.collect, legal), ['3']],
	['collect, in the text', screens.screenOf(screens.finishedCollect, legal), [keys.tab]],
	['judge', cited, []],
	['judge, not wrapped', cited, ['w']],
	['diagnosis', screens.screenOf(screens.diagnosis, legal), []],
	['hand-off', screens.screenOf(screens.handOff, legal), []],
	['ended', { ...screens.screenOf(screens.ended), legal: new Set<Intent['type']>() }, []],
	['looked on', readOnlyScreen(screens.screenOf(screens.collect, legal)), []],
	['gdb', { ...screens.screenOf(screens.ask, [...legal, 'debug']), debuggers: [] }, []],
];

describe('the help', () => {
	test.each(scenes)(
		'lists every key that does something, and no other: %s',
		async (_, screen, opened) => {
			const told = await listed(opened, screen);
			expect(new Set(told).size).toBe(told.length);
			const footer = screenHints(screen, english.tui).flatMap((hint) => hint.keys.split(' '));
			if (opened.length === 0) expect(told).toEqual(expect.arrayContaining(footer));
			expect(told.toSorted()).toEqual([...(await taken(opened, screen))].toSorted());
		},
		60_000,
	);

	test('of what lies on top is about that', async () => {
		for (const [opened, here] of [
			[['i'], /\/ +search the articles/],
			[['e'], /Tab +to the other part/],
			[['i', keys.enter], /Enter, a +close what lies on top/],
		] as const) {
			const { drawn } = await desk(screens.screenOf(screens.judge, legal));
			await drawn.press(...opened, '?');
			expect(drawn.text()).toMatch(here);
			expect(drawn.text()).not.toContain('override the verdict');
			await drawn.press('?');
			expect(drawn.text()).not.toContain('Keys (httpd-medic');
			drawn.close();
		}
	});

	test('is not promised by the footer while letters are typed', async () => {
		const { drawn } = await desk(screens.screenOf(screens.judge, legal));
		expect(drawn.rows().at(-1)).toMatch(/: commands {2}\? help {2}q quit$/);
		await drawn.press('/');
		expect(drawn.rows().at(-1)).toBe('Enter search  Esc close  Ctrl-K commands  Ctrl-C quit');
		await drawn.type('?q');
		expect(drawn.text()).toContain('/ ?q');
		drawn.close();
	});

	test('is one of the commands', async () => {
		const { drawn } = await desk(screens.screenOf(screens.judge, legal));
		await drawn.press(':');
		await drawn.type('show all keys');
		await drawn.press(keys.enter);
		await drawn.settle();
		expect(drawn.text()).toMatch(/Enter +go on to the next step/);
		drawn.close();
	});

	test('has a sentence for each meaning, and no two are alike', () => {
		expect(new Set(Object.values(meanings)).size).toBe(Object.values(meanings).length);
	});
});
