import { collectors } from '../../collectors/index.ts';
import { flowGraph, lint, loadFlows, runCases } from '../../flow/index.ts';
import { exitCode } from '../../headless/index.ts';
import { lintArticles, loadArticles } from '../../knowledge/index.ts';
import { parsers } from '../../parsers/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { contentFiles } from '../read-content.ts';
import { language } from '../language.ts';

export async function listFlows(): Promise<void> {
	const { flows } = await loadContent();
	print(flows.map(({ id, title, symptom }) => `${id.padEnd(20)} ${title}\n${''.padEnd(21)}${symptom}\n`).join(''));
}

export async function printGraph(id: string): Promise<void> {
	const { flows } = await loadContent();
	const flow = flows.find((each) => each.id === id);
	if (!flow)
		throw new Failure(
			language.cli.told.noFlow(
				id,
				flows.map((each) => each.id),
			),
		);
	print(flowGraph(flow));
}

/** Checks flows and articles, and runs their cases. */
export async function testFlows(): Promise<void> {
	const flows = loadFlows(await contentFiles('flows', '.yaml'));
	const articles = loadArticles(await contentFiles('knowledge', '.md'));
	const declarations = parsers.flatMap((parser) => parser.facts);
	const known = { flows: flows.flows, articles: articles.articles, declarations, collectors: collectors.map(({ id }) => id) };
	const faults = [...flows.faults, ...articles.faults, ...lint(known), ...lintArticles(articles.articles)];
	const results = flows.flows.flatMap(({ flow }) =>
		runCases(
			flow,
			articles.articles.map((each) => each.article),
			declarations,
		),
	);
	const failed = results.filter((result) => result.failures.length > 0);
	print(faults.map(({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}\n`).join(''));
	print(failed.map((result) => `${result.flow}: ${result.case}: ${result.failures.join('; ')}\n`).join(''));
	print(
		`${language.cli.told.tested(flows.flows.length, articles.articles.length, results.length, faults.length + failed.length)}\n`,
	);
	process.exitCode = faults.length + failed.length === 0 ? exitCode.fine : exitCode.usage;
}
