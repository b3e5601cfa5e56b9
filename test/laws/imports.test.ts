import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/.bin/oxlint');
const rooms = readdirSync(join(root, 'src'));

/** Rooms that may import each room, as ARCHITECTURE.md draws it. */
const law: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	authoring: ['domain'],
	catalogue: ['domain'],
	parsers: ['domain'],
	collectors: ['domain'],
	flow: ['domain', 'authoring'],
	knowledge: ['domain', 'authoring'],
	session: ['domain', 'catalogue', 'flow'],
	transcript: ['domain', 'catalogue', 'session'],
	engine: ['domain', 'catalogue', 'session', 'parsers', 'collectors', 'flow'],
	targets: ['domain', 'catalogue'],
	store: ['domain', 'catalogue'],
	headless: ['domain', 'catalogue', 'session', 'transcript', 'engine'],
	tui: ['domain', 'catalogue', 'session', 'knowledge', 'engine'],
};
const pure = [
	'domain',
	'authoring',
	'catalogue',
	'parsers',
	'collectors',
	'flow',
	'knowledge',
	'session',
	'transcript',
	'engine',
	'headless',
];

/** Lints planted lines, each as if it stood alone in a file of its room; gives those that the law reports. */
function reportedOf(planted: readonly Planted[]): readonly Planted[] {
	const folder = mkdtempSync(join(tmpdir(), 'law-'));
	try {
		cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
		const files = planted.map(({ room, line }, index) => {
			mkdirSync(join(folder, 'src', room), { recursive: true });
			writeFileSync(join(folder, 'src', room, `planted${index}.ts`), `${line}\n`);
			return `src/${room}/planted${index}.ts`;
		});
		const { stdout } = spawnSync(oxlint, ['--format', 'json', 'src'], { cwd: folder, encoding: 'utf8' });
		const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; filename: string }[] };
		const broken = diagnostics.filter((each) => each.code.includes('no-restricted-imports')).map((each) => each.filename);
		return planted.filter((_, index) => broken.includes(files[index] ?? ''));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

interface Planted {
	readonly room: string;
	readonly line: string;
}

describe('the import law', () => {
	it('knows every room', () => {
		expect(rooms.toSorted()).toEqual([...Object.keys(law), 'cli'].toSorted());
	});

	it('reports every import of a room that may not be imported, and no other', () => {
		const planted = Object.keys(law).flatMap((room) =>
			rooms.flatMap((other) =>
				other === room
					? []
					: [
							{ room, other, line: `export * from '../${other}/index.ts';` },
							{ room, other, line: `export * from '../../${other}/x.ts';` },
						],
			),
		);
		expect(reportedOf(planted)).toEqual(planted.filter(({ room, other }) => !law[room]?.includes(other)));
	});

	it('lets parsers and collectors take the ids of the catalogue, but no sentence', () => {
		const rooms = ['parsers', 'collectors', 'flow'];
		const types = rooms.map((room) => ({ room, line: "import type { FormatId } from '../catalogue/index.ts';" }));
		const values = rooms.map((room) => ({ room, line: "import { english } from '../catalogue/index.ts';" }));
		expect(reportedOf([...types, ...values])).toEqual([...types.filter(({ room }) => room === 'flow'), ...values]);
	});

	it('keeps pure rooms away from disk and process', () => {
		const planted = pure.map((room) => ({ room, line: "export * from 'node:fs';" }));
		expect(reportedOf(planted)).toEqual(planted);
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
		const planted = Object.keys(dependencies).map((name) => ({ room: 'domain', line: `export * from '${name}';` }));
		expect(reportedOf(planted)).toEqual(planted);
	});
});
