import { english } from '../../src/catalogue/index.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/transcript/index.ts';
import { lastScan } from '../../src/transcript/redaction/last-scan.ts';
import { hideAll } from './hide.ts';

const lines = readFileSync(new URL('../fixtures/transcript/ordinary.txt', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n');

describe('ordinary lines of logs, backtraces, configuration and commands', () => {
	it('are more than a hundred', () => expect(lines.length).toBeGreaterThan(100));

	it.each(lines)('%s', (line) => {
		expect(hideAll([line])).toEqual([line]);
		expect(hideSecrets(line)).toBe(line);
	});

	it('stay as they are in one text, too, and look like no secret', () => {
		expect(hideAll(lines)).toEqual(lines);
		expect(lastScan(lines.join('\n'), new Map(), true, english.transcript.leaks)).toEqual([]);
	});
});
