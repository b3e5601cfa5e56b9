import { describe, expect, it } from 'vitest';
import { english, problemFor, problemOf, causeOf, tellProblem, tellTarget } from '../../src/catalogue/index.ts';
import type { Problem } from '../../src/domain/index.ts';
import { parseRecording } from '../../src/targets/index.ts';
import { pseudo, widened } from './pseudo.ts';

const words = english.session.problems;
const refused = problemOf('not-permitted', 'notPermitted', { doing: 'read', path: '/var/log/a b.log' });

describe('a problem', () => {
	it('is recorded in English, with what tells it in another language', () => {
		expect(refused).toMatchObject({
			kind: 'not-permitted',
			message: 'not permitted to read /var/log/a b.log',
			causes: [{ id: 'notPermitted', values: { doing: 'read', path: '/var/log/a b.log' } }],
		});
		expect(tellProblem(refused, words)).toEqual({ message: refused.message, advice: refused.advice });
		const told = tellProblem(refused, pseudo.session.problems);
		expect(told.message).toBe(`${widened('not permitted to read')} /var/log/a b.log`);
		expect(told.advice).toBe(widened(refused.advice));
	});

	it('of several causes tells them all, and what the first one advises', () => {
		const first = causeOf('exitCode', { tool: 'gdb', code: 1, complaint: 'no such file' });
		const told = tellProblem(problemFor('failed', [first, causeOf('more', { number: 4 })]), words);
		expect(told).toEqual({ message: 'gdb ended with exit code 1; and 4 more', advice: 'It said: no such file' });
	});

	it('of an earlier or a later version stays as it was told', () => {
		const told = { message: 'as it was', advice: 'as well' };
		const earlier: Problem = { kind: 'failed', ...told };
		const later: Problem = { ...earlier, causes: [{ id: 'unheardOf', values: {} }] };
		const odd: Problem = { ...earlier, causes: [{ id: 'toString', values: {} }] };
		for (const each of [earlier, later, odd]) expect(tellProblem(each, pseudo.session.problems)).toMatchObject(told);
	});

	it('keeps its causes in a recording', () => {
		const capture = { text: '', spans: [], exitCode: null, durationMs: 0, truncated: false };
		const gone = problemOf('not-found', 'noneExists', { paths: ['/a', '/b'] });
		const entries = [refused, gone, { kind: 'failed', message: 'm', advice: 'a' }].map((problem) => ({
			request: 'x',
			capture: { ...capture, problem },
		}));
		const about = { schema: 1, id: 'x', title: 't', summary: 's', hints: {}, recordedAt: 0 };
		expect(parseRecording(JSON.stringify({ ...about, entries })).entries).toEqual(entries);
		const broken = { ...refused, causes: [{ id: 'notPermitted', values: { path: {} } }] };
		const odd = JSON.stringify({ ...about, entries: [{ request: 'x', capture: { ...capture, problem: broken } }] });
		expect(() => parseRecording(odd)).toThrow('values.path');
	});

	it('only having no target has a name in words', () => {
		expect(tellTarget({ uri: 'none', title: 'no live target' }, pseudo.session.problems)).toBe(widened('no live target'));
		expect(tellTarget({ uri: 'local', title: 'root@web3' }, pseudo.session.problems)).toBe('root@web3');
	});
});
