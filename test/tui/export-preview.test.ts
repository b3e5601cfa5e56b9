import { describe, expect, test } from 'vitest';
import type { ExportPreview, Waiting } from '../../src/engine/door-host.ts';
import * as screens from './fake-screens.ts';
import { fakeHandle } from './fake-handle.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, type Stage, stage } from './stage.ts';

const preview: ExportPreview = {
	hidden: [{ rule: 'ipv4', file: '/var/log/apache2/error.log', count: 12, lines: [3, 17] }],
	hide: ['project lynx'],
	keep: ['user-name'],
	rules: [
		{ id: 'ipv4', title: 'IPv4 addresses' },
		{ id: 'user-name', title: 'names of users' },
	],
};

/** A session in which the operator has chosen what the preview tells. */
function chosen() {
	const { hide, keep } = preview;
	const events = [{ type: 'redaction-chosen', hide, keep, seq: 1, at: 1000 }] as const;
	return fakeHandle({ screen: screens.screenOf(screens.judge, [...inFlow, 'choose-redaction']), events });
}

async function opened() {
	const handle = chosen();
	const { tree, told } = fakeWizard(handle, { previewExport: async () => preview });
	const drawn = await stage(tree, 100, 40);
	await drawn.press('e');
	await expect.poll(drawn.text).toContain('IPv4 addresses: 12 places');
	return { handle, drawn, told };
}

async function choose(drawn: Stage, label: RegExp): Promise<void> {
	for (let moves = 0; moves < 12 && !label.test(drawn.text()); moves += 1) await drawn.press(keys.down);
	expect(drawn.text()).toMatch(label);
	await drawn.press(keys.enter);
}

describe('before an export', () => {
	test('it is told what is hidden, where, and what was lifted, but not what the operator wants hidden', async () => {
		const { drawn } = await opened();
		expect(drawn.text()).toContain('/var/log/apache2/error.log, lines 3, 17 (12 in all)');
		expect(drawn.text()).toContain('LIFTED, and shown as it is: names of users');
		expect(drawn.text()).toContain('Hidden on your wish: 1 text');
		expect(drawn.text()).not.toContain('lynx');
		drawn.close();
	});

	test('Enter alone writes the first format; the archive is among them', async () => {
		const { drawn, told } = await opened();
		expect(drawn.text()).toContain('an archive: Markdown and all evidence, masked');
		await drawn.press(keys.enter);
		expect(told.exported).toEqual(['/root/report.markdown']);
		drawn.close();
	});

	test('a text is added to those that are hidden', async () => {
		const { drawn, handle } = await opened();
		await choose(drawn, /❯ \d+\. Hide one more text/);
		await drawn.type('bluebird');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'choose-redaction', hide: ['project lynx', 'bluebird'], keep: ['user-name'] }]);
		drawn.close();
	});

	test('a rule is lifted or taken up again; Enter alone leaves them', async () => {
		const { drawn, handle } = await opened();
		await choose(drawn, /❯ \d+\. Lift a rule/);
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([]);
		await choose(drawn, /❯ \d+\. Lift a rule/);
		await choose(drawn, /❯ \d+\. Take up again: names of users/);
		expect(handle.sent).toEqual([{ type: 'choose-redaction', hide: ['project lynx'], keep: [] }]);
		drawn.close();
	});
	test('why it cannot be told is told, and the export is offered all the same', async () => {
		const failing = { previewExport: () => Promise.reject(new Error('its evidence is gone')) };
		const { tree, told } = fakeWizard(chosen(), failing);
		const drawn = await stage(tree, 100, 40);
		await drawn.press('e');
		await expect.poll(drawn.text).toContain('What will be hidden cannot be told: its evidence is gone');
		await drawn.press(keys.enter);
		expect(told.exported).toEqual(['/root/report.markdown']);
		drawn.close();
	});

	test('a text that is added while it is looked at drops none that was chosen before; nobody looks on afterwards', async () => {
		const handle = chosen();
		const signals: AbortSignal[] = [];
		const never = (_: unknown, { signal, tell }: Waiting) => {
			tell(0.427);
			signals.push(signal);
			return new Promise<ExportPreview>(() => undefined);
		};
		const drawn = await stage(fakeWizard(handle, { previewExport: never }).tree, 100, 40);
		await drawn.press('e');
		await expect.poll(drawn.text).toContain('Looking at what will be hidden: 42 %');
		await choose(drawn, /❯ \d+\. Hide one more text/);
		await drawn.type('bluebird');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'choose-redaction', hide: ['project lynx', 'bluebird'], keep: ['user-name'] }]);
		await drawn.press(keys.escape);
		await expect.poll(() => signals.every(({ aborted }) => aborted)).toBe(true);
		expect(signals.length).toBeGreaterThan(0);
		drawn.close();
	});
});
