import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/index.ts';
import { createSearch } from '../../src/knowledge/index.ts';

function article(id: string, title: string, body: string): Article {
	const empty = { rules: [], replaces: [], culprit: null, each: null, remedies: [], affected: [], sources: [] };
	return { id, title, body, kind: 'diagnosis', isRisk: false, owner: '', lastVerified: '', ...empty };
}

describe('the search', () => {
	const search = createSearch([
		article('accept-mutex-removed', 'The accept mutex was removed', 'A semaphore was deleted while httpd was running. See disk.'),
		article('disk-full', 'The disk is full', 'Nothing can be written any more.'),
		article('module-crash', 'A module crashed a child', 'The stack of the core names a module.'),
	]);
	const ids = (query: string) => search(query).map((hit) => hit.id);

	it('finds words of title, id and text, titles first', () => {
		expect(ids('disk')).toEqual(['disk-full', 'accept-mutex-removed']);
		expect(ids('semaphore')).toEqual(['accept-mutex-removed']);
		expect(ids('accept-mutex-removed')[0]).toBe('accept-mutex-removed');
	});

	it('finds beginnings of words and forgives a wrong letter', () => {
		expect(ids('sema')).toEqual(['accept-mutex-removed']);
		expect(ids('semafore')).toEqual(['accept-mutex-removed']);
	});

	it('gives all by title for no words, and none for unknown ones', () => {
		expect(ids('  ')).toEqual(['module-crash', 'accept-mutex-removed', 'disk-full']);
		expect(ids('xylophone')).toEqual([]);
	});

	it('says what a hit is', () => {
		expect(search('full')[0]).toEqual({ id: 'disk-full', title: 'The disk is full', kind: 'diagnosis' });
	});
});
