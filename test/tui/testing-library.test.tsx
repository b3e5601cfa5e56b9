import { setTimeout as delay, setImmediate as macrotask } from 'node:timers/promises';
import { Box } from 'ink';
import { cleanup, render } from 'ink-testing-library';
import { type ReactElement, type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { capturedOf, documentOf, lines } from '../../src/tui/pane/content.ts';
import { ScrollPane } from '../../src/tui/pane/ScrollPane.tsx';
import { RouterContext, useRouter } from '../../src/tui/router.ts';
import { glyphsFor, tonesFor } from '../../src/tui/theme.ts';
import { UiContext } from '../../src/tui/ui.ts';
import { Footer } from '../../src/tui/widgets/Footer.tsx';
import { Paragraph } from '../../src/tui/widgets/Paragraph.tsx';
import { type Choice, SelectList } from '../../src/tui/widgets/SelectList.tsx';
import { StatusLine } from '../../src/tui/widgets/StatusLine.tsx';
import { TextField } from '../../src/tui/widgets/TextField.tsx';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys } from './stage.ts';

const ui = {
	...{ m: english.tui, glyphs: glyphsFor({ LANG: 'C.UTF-8' }), tones: tonesFor('dark'), background: 'dark' as const },
	...{ now: () => 1005, tell: () => undefined, copies: true },
};

function Keyboard({ children }: { readonly children: ReactNode }): ReactElement {
	return (
		<UiContext value={ui}>
			<RouterContext value={useRouter()}>{children}</RouterContext>
		</UiContext>
	);
}

/** One widget with the keyboard of the wizard. */
async function show(widget: ReactNode) {
	return shown(<Keyboard>{widget}</Keyboard>);
}

async function shown(tree: ReactElement) {
	const instance = render(tree);
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 4; turn += 1) await macrotask();
	};
	await settle();
	return {
		frame: (): string => instance.lastFrame() ?? '',
		press: async (...pressed: readonly string[]): Promise<void> => {
			for (const key of pressed) {
				instance.stdin.write(key);
				if (key === keys.escape) await delay(30);
				await settle();
			}
		},
	};
}

afterEach(cleanup);

function Field({ onSubmit }: { readonly onSubmit: (text: string) => void }): ReactElement {
	const [isOpen, setOpen] = useState(true);
	return isOpen ? (
		<TextField label="Note:" width={40} isFocused={true} onSubmit={onSubmit} onCancel={() => setOpen(false)} />
	) : (
		<Box />
	);
}

describe('a list of choices', () => {
	const choices: readonly Choice[] = [
		{ value: 'one', label: 'The log' },
		{ value: 'two', label: `The core ${screens.korean}`, detail: 'It holds the stack.' },
		{ value: 'three', label: `The third ${screens.hostile}` },
	];

	test('moves by arrows, by vi keys and by numbers; Enter alone chooses', async () => {
		const chosen: string[] = [];
		const list = (
			<SelectList
				choices={choices}
				width={60}
				height={6}
				detailRows={2}
				isFocused={true}
				onChoose={(value) => void chosen.push(value)}
			/>
		);
		const { frame, press } = await show(list);
		expect(frame()).toContain('❯ 1. The log');
		await press(keys.down);
		expect(frame()).toContain(`❯ 2. The core ${screens.korean}`);
		expect(frame()).toContain('It holds the stack.');
		await press('j');
		expect(frame()).toContain('❯ 3. The third evil \\x1b]0;owned');
		await press('1', 'k', '2');
		expect(chosen).toEqual([]);
		await press(keys.enter);
		expect(chosen).toEqual(['two']);
	});

	test('that is empty chooses nothing', async () => {
		const chosen: string[] = [];
		const { press } = await show(
			<SelectList choices={[]} width={60} height={6} isFocused={true} onChoose={(value) => void chosen.push(value)} />,
		);
		await press('1', keys.enter);
		expect(chosen).toEqual([]);
	});
});

describe('a text field', () => {
	test('takes letters, erases whole ones, and hands over its text', async () => {
		const said: string[] = [];
		const { frame, press } = await show(<Field onSubmit={(text) => void said.push(text)} />);
		await press('한', '국', keys.backspace, 'x');
		expect(frame()).toContain('Note: 한x');
		await press(keys.left, keys.left, 'a', keys.enter);
		expect(said).toEqual(['a한x']);
	});

	test('is left by Escape', async () => {
		const { frame, press } = await show(<Field onSubmit={() => undefined} />);
		await press('a', keys.escape);
		expect(frame()).not.toContain('Note:');
	});
});

describe('a pane', () => {
	const text = Array.from({ length: 500 }, (_, index) => `line ${index + 1}`);

	test('opens at its first marked line and goes to the next', async () => {
		const marked = [
			{ firstLine: 200, lastLine: 200 },
			{ firstLine: 400, lastLine: 401 },
		];
		const content = capturedOf([{ heading: null, evidence: null, lines: text, marked }]);
		const { frame, press } = await show(<ScrollPane content={content} width={40} height={10} focus="full" />);
		expect(frame()).toContain('▌ line 200');
		await press(']');
		expect(frame()).toMatch(/▌ line 400\n▌ line 401/);
		await press('[');
		expect(frame()).toContain('▌ line 200');
	});

	test('finds what is searched for, and says what it does not find', async () => {
		const content = documentOf(lines(text.join('\n')));
		const { frame, press } = await show(<ScrollPane content={content} width={70} height={10} focus="full" />);
		await press('/', ...Array.from('LINE 33'), keys.enter, 'n');
		expect(frame()).toContain('/LINE 33');
		expect(frame()).toContain('line 330');
		await press('/', ...Array.from('nowhere'), keys.enter);
		expect(frame()).toContain('nothing found for "nowhere"');
	});
});

describe('the rows around a screen', () => {
	test('say the newest warning, and the notice instead where there is one', async () => {
		const warnings = ['first', `second ${screens.hostile}`];
		const warned = await show(<StatusLine notice={null} warnings={warnings} width={80} />);
		expect(warned.frame()).toMatch(/^! second evil .*\(\+1 more, see help\)/);
		const noticed = await show(<StatusLine notice="The note is recorded." warnings={warnings} width={80} />);
		expect(noticed.frame()).toBe('The note is recorded.');
	});

	test('show as many keys as fit, and always those for help and for leaving', async () => {
		const hints = Array.from({ length: 20 }, (_, index) => ({ keys: String(index), label: 'something' }));
		const { frame } = await show(<Footer hints={hints} width={60} />);
		expect(frame()).toMatch(/^0 something {2}1 something .*: commands {2}\? help {2}q quit$/);
		expect(frame().length).toBeLessThanOrEqual(60);
	});

	test('wrap prose at words, wide letters too, and cut what has no room', async () => {
		const { frame } = await show(<Paragraph text={`${screens.korean} `.repeat(5)} width={30} rows={3} />);
		expect(frame().split('\n')).toHaveLength(3);
		expect(frame()).toMatch(/…$/);
	});
});

describe('the wizard', () => {
	test('goes from a verdict on and back by keys', async () => {
		const handle = fakeHandle({
			screen: screens.screenOf(screens.judge, [...inFlow, 'continue', 'override']),
			react: (intent) => (intent.type === 'continue' ? screens.screenOf(screens.diagnosis, inFlow) : null),
		});
		const { frame, press } = await shown(fakeWizard(handle).tree);
		expect(frame()).toContain('CONFIRMED: 3 children died of signal 11.');
		await press(keys.enter);
		expect(frame()).toContain('DIAGNOSED: mod_jk crashes its children');
		await press('b');
		expect(handle.sent).toEqual([{ type: 'continue' }, { type: 'back' }]);
	});

	test('asks before it is left', async () => {
		const { tree, told } = fakeWizard(fakeHandle({ screen: screens.screenOf(screens.ask, ['answer']) }));
		const { frame, press } = await shown(tree);
		await press(keys.ctrlC);
		expect(frame()).toContain('❯ 1. Stay here');
		expect(told.left).toEqual([]);
		await press(keys.ctrlC);
		expect(told.left).toEqual([true]);
	});
});
