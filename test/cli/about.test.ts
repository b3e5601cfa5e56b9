import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { version } from '../../src/cli/version.ts';
import { isMissing, packaged, program } from '../program.ts';

const part = z.object({ 'bom-ref': z.string(), name: z.string(), licenses: z.array(z.unknown()).min(1) });
const bill = z.object({
	bomFormat: z.literal('CycloneDX'),
	specVersion: z.literal('1.6'),
	serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
	metadata: z.object({ timestamp: z.iso.datetime(), component: part }),
	components: z.array(part),
	dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const [file, ...words] = program;

function run(...args: readonly string[]): string {
	const { stdout, stderr, status } = spawnSync(file, [...words, ...args], { encoding: 'utf8' });
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
	return stdout;
}

describe.skipIf(isMissing)('the program tells of itself', () => {
	it('its version, and nothing else', () => {
		expect(run('--version')).toBe(`${version}\n`);
		expect(run('-V')).toBe(`${version}\n`);
		expect(run('diagnose', '--version')).toBe(`${version}\n`);
	});

	it('commit, date, runtime and what is inside, in whatever order it is asked', () => {
		const told = run('--verbose', '--version');
		expect(told).toMatch(/^httpd-medic .*\ncommit +([0-9a-f]{40}(-modified)?|unknown)\nbuilt +\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/);
		expect(told).toMatch(packaged === null ? /^runtime +Node.js \d+/m : /^runtime +Bun \d+/m);
		expect(told).toMatch(/execa \d+/);
		expect(run('--version', '--verbose')).toBe(told);
	});

	it('a bill of what reached the bundle, and of nothing that only served to make it', () => {
		const { components, dependencies, metadata } = bill.parse(JSON.parse(run('--version', '--sbom')));
		const names = components.map(({ name }) => name);
		const { dependencies: direct = {}, devDependencies = {} } = JSON.parse(
			readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
		);
		expect(names).toEqual(expect.arrayContaining(Object.keys(direct)));
		expect(names.filter((name) => name in devDependencies)).toEqual([]);
		const refs = [metadata.component, ...components].map((each) => each['bom-ref']);
		expect(new Set(refs).size).toBe(refs.length);
		expect(dependencies.map(({ ref }) => ref).toSorted()).toEqual(refs.toSorted());
		expect(refs).toEqual(expect.arrayContaining(dependencies.flatMap(({ dependsOn }) => dependsOn)));
		expect(names.includes('bun')).toBe(packaged !== null);
	});

	it('all licences in full', () => {
		const told = run('--version', '--licences');
		expect(told).toContain('Permission is hereby granted, free of charge');
		expect(told).toMatch(/^execa \d.* \(MIT\)$/m);
		expect(told.includes('GNU LIBRARY GENERAL PUBLIC LICENSE')).toBe(packaged !== null);
	});
});
