import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/.bin/oxlint');
const rooms = readdirSync(join(root, 'src'));

/** Rooms that may import each room, as ARCHITECTURE.md draws it. */
const law: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	parsers: ['domain'],
	collectors: ['domain'],
	flow: ['domain'],
	knowledge: ['domain'],
	session: ['domain', 'flow'],
	transcript: ['domain', 'session'],
	engine: ['domain', 'session', 'parsers', 'collectors', 'flow'],
	targets: ['domain'],
	store: ['domain'],
	headless: ['domain', 'session', 'transcript', 'engine'],
	tui: ['domain', 'session', 'knowledge', 'engine'],
};
const pure = ['domain', 'parsers', 'collectors', 'flow', 'knowledge', 'session', 'transcript', 'engine', 'headless'];

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'law-'));
	cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
	execFileSync('git', ['init', '-q'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lints one planted line as if it stood in a room; true when the import law reports it. */
function isReported(room: string, line: string): boolean {
	mkdirSync(join(folder, 'src', room), { recursive: true });
	const file = join('src', room, 'planted.ts');
	writeFileSync(join(folder, file), `${line}\n`);
	const { stdout } = spawnSync(oxlint, [file], { cwd: folder, encoding: 'utf8' });
	return stdout.includes('no-restricted-imports');
}

describe('the import law', () => {
	it('knows every room', () => {
		expect(rooms.toSorted()).toEqual([...Object.keys(law), 'cli'].toSorted());
	});

	it.each(Object.keys(law))('reports what %s must not import, and nothing else', (room) => {
		const others = rooms.filter((each) => each !== room);
		const reported = others.filter((other) => isReported(room, `export * from '../${other}/index.ts';`));
		expect(reported.toSorted()).toEqual(others.filter((other) => !law[room]?.includes(other)).toSorted());
		expect(isReported(room, `export * from '../../${others.find((other) => !law[room]?.includes(other))}/x.ts';`)).toBe(true);
	});

	it.each(pure)('keeps %s away from disk and process', (room) => {
		expect(isReported(room, "export * from 'node:fs';")).toBe(true);
	});

	it('lets cli load the terminal only when it is needed', () => {
		const files = readdirSync(join(root, 'src/cli'), { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.ts'),
		);
		const eager = /^(?:import|export) (?!type )[^;]*from '(?:\.\.\/)+tui\//m;
		expect(files.filter((name) => eager.test(readFileSync(join(root, 'src/cli', name), 'utf8')))).toEqual([]);
		expect(eager.test("import { runWizard } from '../tui/index.ts';")).toBe(true);
	});

	it('names every package that the program uses', () => {
		const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		const unguarded = Object.keys(dependencies).filter((name) => !isReported('domain', `export * from '${name}';`));
		expect(unguarded).toEqual([]);
	});
});
