import { expect, it } from 'vitest';
import { accessLogParser } from '../../src/parsers/access-log.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

it('counts answers by status, whatever the order and the format of the lines', () => {
	const text = fixture('access.log');
	expect(factsOf(accessLogParser, text)).toEqual({
		lines: 5,
		firstAt: '2026-11-21T20:15:20',
		lastAt: '2026-11-21T20:15:31',
		status403: 2,
		status500: 0,
		status502: 0,
		status503: 1,
		status504: 0,
	});
	expect(citedBy(accessLogParser, text, 'status403')).toHaveLength(2);
});

it('states nothing of another log', () => {
	expect(factsOf(accessLogParser, '[Sat Nov 21 20:15:20 2026] [notice] caught SIGTERM, shutting down\n')).toEqual({});
});
