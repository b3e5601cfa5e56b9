import { expect, it } from 'vitest';
import { columnsOf } from '../../src/domain/index.ts';
import { exportSession } from '../../src/transcript/index.ts';
import { everything, partsOf } from './session.ts';

const sentence = (words: string): string => `${words} `.repeat(30).trim();

it.each([
	['Latin', sentence('the child was killed')],
	['Hangul', sentence('자식 프로세스가 죽었습니다')],
	['kana and kanji', sentence('子プロセス が 終了 しました')],
])('a note in %s is broken into lines of at most a hundred columns', (_, text) => {
	const exported = exportSession(partsOf({ pieces: [], more: [{ type: 'noted', step: null, text }] }), {
		...everything,
		format: 'text',
	});
	if (exported.kind === 'refused') throw new Error(JSON.stringify(exported.leaks));
	const [first = '', ...more] = text.split(' ');
	const lines = exported.text.split('\n').filter((line) => [first, ...more].some((word) => line.includes(word)));
	const columns = lines.map(columnsOf);
	expect(Math.max(...columns)).toBeLessThanOrEqual(100);
	expect(Math.max(...columns)).toBeGreaterThan(80);
	expect(lines.length).toBeGreaterThan(3);
});
