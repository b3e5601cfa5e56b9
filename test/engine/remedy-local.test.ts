import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Remedy, RemedyAction } from '../../src/domain/index.ts';
import { openTarget } from '../../src/targets/index.ts';
import { littleEngine, littleGuide } from './little-guide.ts';
import { start } from './scripted.ts';

const isRoot = process.geteuid?.() === 0;
const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The remedy of one diagnosis, on the files of this machine. */
async function onThisMachine(actions: readonly RemedyAction[]) {
	const remedy: Remedy = {
		...{ id: 'mend', title: 'Mend', kind: 'fix', risk: 'mutating', precondition: null, verification: null },
		...{ actions, undo: [] },
	};
	const engine = littleEngine({}, { target: await openTarget('local'), guidebook: littleGuide([remedy]) });
	await engine.begin(start);
	await engine.idle();
	await engine.send({ type: 'paste', text: 'crash\n', format: 'words', source: 'x' });
	await engine.send({ type: 'choose-flow', flow: 'short' });
	const mend = { diagnosis: 'crashed', remedy: 'mend' } as const;
	const go = async (undo: boolean) => {
		await engine.send({ type: 'preview-remedy', ...mend, undo });
		await engine.idle();
		await engine.send({ type: 'apply-remedy', ...mend, undo });
		await engine.idle();
		return engine.state().remedies['crashed/mend'];
	};
	return { engine, go };
}

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'httpd-medic-remedy-'));
	folders.push(made);
	return made;
}

describe('a remedy on this machine', () => {
	it('puts back text, mode and owner of a file that it removed, to the last byte', async () => {
		const [path, created] = [join(folder(), 'httpd.conf'), join(folder(), 'new.conf')];
		const before = 'Listen 80\r\n# \u00fcberall\n\tno newline at the end';
		writeFileSync(path, before);
		chmodSync(path, 0o640);
		if (isRoot) chownSync(path, 33, 33);
		const { go } = await onThisMachine([
			{ kind: 'write', change: { path, content: null, mode: 0o644 } },
			{ kind: 'write', change: { path: created, content: 'x\n', mode: 0o644 } },
			{ kind: 'run', argv: ['true'] },
		]);
		expect(await go(false)).toMatchObject({ state: 'applied' });
		expect([existsSync(path), existsSync(created)]).toEqual([false, true]);
		expect(await go(true)).toMatchObject({ state: 'undone', kept: [] });
		expect(readFileSync(path, 'utf8')).toBe(before);
		expect(statSync(path).mode & 0o7777).toBe(0o640);
		if (isRoot) expect([statSync(path).uid, statSync(path).gid]).toEqual([33, 33]);
		expect(existsSync(created)).toBe(false);
	});

	it('takes back its files when a command fails', async () => {
		const path = join(folder(), 'httpd.conf');
		writeFileSync(path, 'Listen 80\n');
		const { go } = await onThisMachine([
			{ kind: 'write', change: { path, content: 'Lisssten 80\n', mode: 0o644 } },
			{ kind: 'run', argv: ['grep', '-q', '^Listen', path] },
			{ kind: 'run', argv: ['touch', join(folder(), 'reloaded')] },
		]);
		expect(await go(false)).toMatchObject({ state: 'failed', kept: [] });
		expect(readFileSync(path, 'utf8')).toBe('Listen 80\n');
	});

	it('tells the local time of the machine when it had ended', async () => {
		const { go } = await onThisMachine([{ kind: 'run', argv: ['true'] }]);
		expect((await go(false))?.appliedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
	});
});
