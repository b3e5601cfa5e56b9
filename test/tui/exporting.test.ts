import { describe, expect, test } from 'vitest';
import type { Waiting } from '../../src/engine/door-host.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

/** An export that is as long under way as a test wants it. */
function slowExport() {
	const begun: (Waiting & { readonly done: (path: string) => void })[] = [];
	const exportSession = (_session: unknown, _kind: unknown, waiting: Waiting): Promise<string> => {
		const { promise, resolve, reject } = Promise.withResolvers<string>();
		waiting.signal.addEventListener('abort', () => reject(new Error('not wanted')));
		begun.push({ ...waiting, done: resolve });
		return promise;
	};
	return { begun, exportSession };
}

async function exportingOn(screen: ReturnType<typeof screens.screenOf>) {
	const { begun, exportSession } = slowExport();
	const { tree, told } = fakeWizard(fakeHandle({ screen }), { exportSession });
	const drawn = await stage(tree, 100, 30);
	await drawn.press('e');
	await drawn.press(keys.enter);
	await expect.poll(drawn.text).toContain('Writing the export: 0 %. Esc gives it up.');
	const [first] = begun;
	if (!first) throw new Error('no export has begun');
	return { drawn, told, begun, first };
}

const judging = screens.screenOf(screens.judge, inFlow);

describe('while an export is written', () => {
	test('it tells how far it is, and keys are answered', async () => {
		const { drawn, told, first } = await exportingOn(judging);
		first.tell(0.426);
		await expect.poll(drawn.text).toContain('Writing the export: 42 %.');
		await drawn.press('?');
		expect(drawn.text()).toMatch(/Keys/i);
		await drawn.press(keys.escape);
		expect(first.signal.aborted).toBe(false);
		expect(told.exported).toEqual([]);
		first.done('/root/report.md');
		await expect.poll(drawn.text).toContain('Exported to /root/report.md');
		expect(told.exported).toEqual(['/root/report.md']);
		drawn.close();
	});

	test('Esc gives it up, and the next one can begin', async () => {
		const { drawn, told, begun, first } = await exportingOn(judging);
		await drawn.press(keys.escape);
		expect(first.signal.aborted).toBe(true);
		await expect.poll(drawn.text).toContain('The export was given up; nothing of it is left.');
		await drawn.press('e');
		await drawn.press(keys.enter);
		await expect.poll(() => begun.length).toBe(2);
		expect(told.exported).toEqual([]);
		drawn.close();
	});

	test('a second one has to wait', async () => {
		const { drawn, begun } = await exportingOn(judging);
		await drawn.press('e');
		await drawn.press(keys.enter);
		expect(drawn.text()).toContain('An export is being written already.');
		expect(begun).toHaveLength(1);
		drawn.close();
	});

	test('whoever leaves waits for it, unless it is given up', async () => {
		const { drawn, told, first } = await exportingOn(screens.screenOf(screens.ended, ['note']));
		await drawn.press(keys.enter);
		await expect.poll(drawn.text).toContain('Leaving once the export is written: 0 %.');
		expect(told.left).toEqual([]);
		first.done('/root/report.md');
		await expect.poll(() => told.left).toEqual([false]);
		drawn.close();
	});

	test('whoever chooses to leave can still give it up, and stays then', async () => {
		const { drawn, told } = await exportingOn(judging);
		await drawn.press('q');
		await drawn.press(keys.down);
		await drawn.press(keys.enter);
		await expect.poll(drawn.text).toContain('Leaving once the export is written: 0 %.');
		await drawn.press(keys.escape);
		await expect.poll(drawn.text).toContain('The export was given up; nothing of it is left.');
		expect(told.left).toEqual([]);
		drawn.close();
	});

	test('Ctrl-C twice does not wait, and nobody goes on writing', async () => {
		const { drawn, told, first } = await exportingOn(judging);
		await drawn.press(keys.ctrlC);
		await drawn.press(keys.ctrlC);
		expect(told.left).toEqual([true]);
		drawn.close();
		await expect.poll(() => first.signal.aborted).toBe(true);
	});

	test('why it failed is told', async () => {
		const { tree } = fakeWizard(fakeHandle({ screen: judging }), { exportSession: () => Promise.reject(new Error('no room')) });
		const drawn = await stage(tree, 100, 30);
		await drawn.press('e');
		await drawn.press(keys.enter);
		await expect.poll(drawn.text).toContain('Not possible: no room');
		drawn.close();
	});
});
