import { describe, expect, it } from 'vitest';
import { coreHandlerParser } from '../../src/parsers/core-handler.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

const script = fixture('core-handler.sh');

describe('a program that core_pattern hands cores to', () => {
	it('that is a script names the directories that it writes to, and none of the system', () => {
		expect(factsOf(coreHandlerParser, script)).toEqual({ isScript: true, directories: ['/srv/crash/cores', '/var/log'] });
		expect(citedBy(coreHandlerParser, script, 'directories')).toEqual([
			'mkdir -p /srv/crash/cores',
			'exec /bin/cat > "/srv/crash/cores/$2-$1.dump" 2>> /var/log/core-catcher.log',
		]);
	});

	it('that begins its paths with a variable names nothing', () => {
		expect(factsOf(coreHandlerParser, '#!/bin/sh\ncat > "$HOME/cores/$1"\n')).toEqual({ isScript: true, directories: [] });
	});

	it('that is compiled cannot be read', () => {
		expect(factsOf(coreHandlerParser, '\u007fELF\u0002\u0001 /var/cores/ \n')).toEqual({ isScript: false, directories: [] });
	});
});
