import { describe, expect, it } from 'vitest';
import { mountTableParser } from '../../src/parsers/mount-table.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

describe('the mounts of a process', () => {
	it('that are read-only are told with what may be written below them, but not those of the system', () => {
		expect(factsOf(mountTableParser, fixture('mountinfo.txt'))).toEqual({
			readOnly: { '/srv': ['/srv/cores of httpd'], '/backup': [] },
		});
		expect(citedBy(mountTableParser, fixture('mountinfo.txt'), 'readOnly')).toHaveLength(2);
	});

	it('may be given as the shorter table', () => {
		expect(factsOf(mountTableParser, fixture('mounts.txt'))).toEqual({ readOnly: { '/var/cores': [] } });
	});

	it('are what the last one at a place is', () => {
		const twice = '1 0 8:1 / /srv rw - ext4 /dev/a rw\n2 1 8:2 / /srv ro - ext4 /dev/b ro\n';
		expect(factsOf(mountTableParser, twice)).toEqual({ readOnly: { '/srv': [] } });
		expect(factsOf(mountTableParser, twice.split('\n').toReversed().join('\n').trim())).toEqual({ readOnly: {} });
	});
});
