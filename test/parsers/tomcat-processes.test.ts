import { expect, it } from 'vitest';
import { tomcatProcessesParser } from '../../src/parsers/tomcat-processes.ts';
import { factsOf, fixture } from './evidence.ts';

it('finds the folders of each running Tomcat, and no other Java program', () => {
	expect(factsOf(tomcatProcessesParser, fixture('tomcat-processes.txt'))).toEqual({
		running: true,
		bases: ['/var/lib/tomcat10'],
		homes: ['/usr/share/tomcat10'],
		java: '/usr/lib/jvm/java-17/bin/java',
	});
});
