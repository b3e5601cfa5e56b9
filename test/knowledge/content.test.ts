import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/domain/index.ts';
import { createSearch, lintArticles, loadArticles } from '../../src/knowledge/index.ts';

/** Ids that are promised to scripts that read the JSON of `diagnose`. */
const promised = [
	...['accept-mutex-removed', 'accept-mutex-removed-by-logind', 'accept-mutex-at-risk', 'semaphore-limit-reached'],
	...['orphaned-semaphores', 'mutex-file-unusable', 'disk-full', 'module-crash', 'mod-jk-shm-crash', 'module-abort'],
	...['heap-corruption', 'stack-overflow', 'child-bus-error', 'child-killed-oom', 'memory-limit-reached'],
	...['child-killed-by-signal', 'child-exit-crash', 'parent-startup-crash', 'core-limit-zero', 'core-directory-missing'],
	...['core-directory-unwritable', 'core-suid-dumpable', 'core-pattern-piped', 'core-pattern-relative', 'core-disk-full'],
	...['core-hidden-by-namespace', 'core-suppressed-by-stack-overflow', 'max-workers-reached', 'scoreboard-full'],
	...['process-limit-reached', 'file-limit-reached', 'port-in-use', 'config-syntax-error', 'log-open-failed'],
	...['piped-log-failed', 'openssl-loaded-twice', 'ajp-backend-down', 'ajp-secret-mismatch', 'ajp-connector-exposed'],
];

const folder = new URL('../../knowledge/', import.meta.url);
const files = readdirSync(folder)
	.filter((name) => name.endsWith('.md'))
	.map((name) => ({ file: `knowledge/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
const line = ({ place, message }: Fault) => `${place.file}:${place.line}:${place.column} ${message}`;
const { articles, faults } = loadArticles(files);

describe('the articles of this project', () => {
	it('can all be read', () => {
		expect(faults.map(line)).toEqual([]);
	});

	it('explain every promised diagnosis and owe their reader nothing', () => {
		const named = promised.map((id) => ({ id, by: 'The command line' }));
		expect(lintArticles(articles, named).map(line)).toEqual([]);
	});

	it('say when a server is healthy and what is worth a remark', () => {
		const kinds = new Map(articles.map(({ article }) => [article.id, article.kind]));
		expect(kinds.get('healthy')).toBe('diagnosis');
		expect(kinds.get('remarks')).toBe('guide');
	});

	it('are found by words of their titles', () => {
		const search = createSearch(articles.map((each) => each.article));
		for (const { article } of articles) expect(search(article.title).map((hit) => hit.id)).toContain(article.id);
	});
});
