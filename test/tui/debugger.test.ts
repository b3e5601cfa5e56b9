import { describe, expect, test } from 'vitest';
import type { DebuggerView } from '../../src/session/screen-types.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { expectFrame } from './frame.ts';
import { keys, stage } from './stage.ts';

const core: DebuggerView = {
	subject: 'core:/cores/core.7',
	title: 'gdb on the core /cores/core.7',
	command: 'gdb /usr/sbin/httpd /cores/core.7',
	risk: 'read',
};
const child: DebuggerView = {
	subject: 'process:41',
	title: 'gdb on the running child 41',
	command: 'gdb -p 41',
	risk: 'intrusive',
};

const handleWith = (...debuggers: readonly DebuggerView[]) =>
	fakeHandle({
		screen: {
			...screens.screenOf(screens.diagnosis, [...inFlow, ...(debuggers.length > 0 ? (['debug'] as const) : [])]),
			debuggers,
		},
		events: [
			screens.captured(1, {
				id: 'e1',
				collector: 'backtrace',
				format: 'backtrace',
				source: 'gdb -batch /usr/sbin/httpd /cores/core.7',
			}),
		],
		texts: { e1: '#0  jk_shm_sync ()\n' },
	});

describe('G', () => {
	test('talks to gdb about the only core at once, and not to the end of the list', async () => {
		const handle = handleWith(core);
		const drawn = await stage(fakeWizard(handle).tree);
		expect(drawn.rows().at(-1)).toContain('G gdb');
		await drawn.press('G');
		expect(handle.sent).toEqual([{ type: 'debug', subject: core.subject }]);
		drawn.close();
	});

	test('is the end of the list where there is nothing to debug', async () => {
		const handle = handleWith();
		const drawn = await stage(fakeWizard(handle).tree, 80, 40);
		await drawn.press('G');
		expect(handle.sent).toEqual([]);
		expect(drawn.text()).toMatch(/❯ \d+\. End or leave the session/);
		drawn.close();
	});

	test('asks which, and for the typed word where a process would stand still', async () => {
		const handle = handleWith(core, child);
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('G', '2', keys.enter);
		expect(drawn.text()).toContain('The process stands still from the moment gdb is attached');
		expect(drawn.text()).toContain('gdb -p 41');
		expectFrame(drawn, 80, 24);
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([]);
		await drawn.type('intrusive');
		await drawn.press(keys.enter);
		expect(handle.sent).toEqual([{ type: 'debug', subject: child.subject }]);
		drawn.close();
	});

	test('means the core whose backtrace is read, and is a letter in a search', async () => {
		const handle = handleWith(core, { ...core, subject: 'core:/cores/core.8' });
		const drawn = await stage(fakeWizard(handle).tree);
		await drawn.press('v', keys.enter, '/', 'G', keys.escape);
		expect(handle.sent).toEqual([]);
		await drawn.press('G');
		expect(handle.sent).toEqual([{ type: 'debug', subject: core.subject }]);
		drawn.close();
	});
});
