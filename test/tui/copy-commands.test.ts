import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import { commandsBehind } from '../../src/session/commands.ts';
import * as screens from './fake-screens.ts';
import { at, inFlow } from './fake-session.ts';
import { fakeHandle } from './fake-handle.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

function copied(sequences: readonly string[]): string {
	const [, text = ''] = /\]52;c;([^\u0007]*)/.exec(sequences.at(-1) ?? '') ?? [];
	return Buffer.from(text, 'base64').toString();
}

const log = '/var/log/apache2/error.log';
const started: SessionEvent = {
	...{ type: 'collection-started', run: 1, collector: 'error-log', risk: 'read', seq: 1, at: 1000 },
	requests: [`tail -c 8388608 ${log}`, 'tail -c 8388608 /other'],
};
const capturedLog = { ...screens.captured(2, { source: log }), run: 1 } as SessionEvent;

describe('Y', () => {
	test('on a verdict copies the command behind its proof', async () => {
		const handle = fakeHandle({
			screen: screens.screenOf(screens.judge, inFlow),
			events: [started, capturedLog],
			texts: { e1: screens.errorLog },
		});
		const { tree, told } = fakeWizard(handle);
		const drawn = await stage(tree);
		await drawn.press('Y');
		expect(copied(told.sequences)).toBe(`tail -c 8388608 ${log}`);
		drawn.close();
	});

	test('where a word is typed to consent copies what would be run, and is no letter of the word', async () => {
		const waiting = {
			...screens.collect,
			items: [screens.item({ risk: 'intrusive', state: 'needs-consent', commands: ['gdb -p 17'] })],
		};
		const handle = at(waiting, [...inFlow, 'consent']);
		const { tree, told } = fakeWizard(handle);
		const drawn = await stage(tree);
		await drawn.press('c', 'Y');
		expect(copied(told.sequences)).toBe('gdb -p 17');
		await drawn.type('intrusive');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'consent', collector: 'error-log' }]);
		drawn.close();
	});

	test('on a diagnosis copies what the highlighted remedy would run', async () => {
		const { tree, told } = fakeWizard(at(screens.diagnosis, [...inFlow, 'preview-remedy', 'apply-remedy']));
		const drawn = await stage(tree, 160, 50);
		const commands = screens.remedy.actions.filter(({ change, manual }) => change === null && !manual);
		expect(commands.length).toBeGreaterThan(0);
		for (let tries = 0; tries < 6 && !copied(told.sequences).includes(commands[0]?.description ?? ''); tries += 1) {
			await drawn.press('Y', keys.down);
		}
		expect(copied(told.sequences)).toBe(commands.map(({ description }) => description).join('\n'));
		drawn.close();
	});
});

test('evidence that the operator brought has its source for a command', () => {
	expect(commandsBehind([screens.captured(1)], ['e1', 'e1'])).toBe('pasted by the operator');
	expect(commandsBehind([], ['e1'])).toBe('');
});
