import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import type { Fault } from '../../src/domain/index.ts';
import { flowGraph, lint, loadFlows, runCases } from '../../src/flow/index.ts';
import { loadArticles } from '../../src/knowledge/index.ts';
import { parsers } from '../../src/parsers/index.ts';

const read = (folder: string, ending: string) =>
	readdirSync(new URL(`../../${folder}/`, import.meta.url))
		.filter((name) => name.endsWith(ending))
		.map((name) => ({
			file: `${folder}/${name}`,
			text: readFileSync(new URL(`../../${folder}/${name}`, import.meta.url), 'utf8'),
		}));

const line = ({ place, message }: Fault) => `${place.file}:${place.line}:${place.column} ${message}`;

const { flows, faults } = loadFlows(read('flows', '.yaml'));
const { articles } = loadArticles(read('knowledge', '.md'));
const declarations = parsers.flatMap((parser) => parser.facts);

describe('the flows and articles of this project', () => {
	it('has flows, all without faults', () => {
		expect(faults.map(line)).toEqual([]);
		expect(flows.length).toBeGreaterThan(0);
	});

	it('names only facts, collectors and diagnoses that exist, in rules of the right types', () => {
		const found = lint({ flows, articles, declarations, collectors: collectors.map((each) => each.id) });
		expect(found.map(line)).toEqual([]);
	});

	it.each(flows.map(({ flow }) => [flow.id, flow] as const))(
		'walks every case of %s to its leaf and its diagnoses',
		(_, flow) => {
			const results = runCases(
				flow,
				articles.map((each) => each.article),
				declarations,
			);
			expect(results.flatMap((each) => each.failures.map((failure) => `${each.flow}, ${each.case}: ${failure}`))).toEqual([]);
		},
	);

	it.each(flows.map(({ flow }) => [flow.id, flow] as const))('draws every step of %s', (_, flow) => {
		const graph = flowGraph(flow);
		for (const step of Object.values(flow.steps)) expect(graph).toContain(step.title.replaceAll('"', '#quot;'));
	});
});
