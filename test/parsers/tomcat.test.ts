import { describe, expect, it } from 'vitest';
import { tomcatServerXmlParser } from '../../src/parsers/tomcat-server-xml.ts';
import { tomcatVersionParser } from '../../src/parsers/tomcat-version.ts';
import { citedBy, factsOf, fixture, inputOf } from './evidence.ts';

const connectors = (text: string) => factsOf(tomcatServerXmlParser, text).ajpConnectors;

describe('server.xml', () => {
	it('reads active connectors, and whether they have a secret', () => {
		expect(factsOf(tomcatServerXmlParser, fixture('server.xml'))).toEqual({
			ajpConnectors: [
				{ port: 8109, address: '10.9.8.1', secretRequired: null, secret: true, secretAttribute: 'secret' },
				{ port: `\${ajp.second}`, address: '::1', secretRequired: null, secret: true, secretAttribute: 'requiredSecret' },
				{ port: 8309, address: null, secretRequired: 'false', secret: false, secretAttribute: null },
			],
			ajpEnabled: true,
			httpConnectors: [
				{ port: 8080, address: null, protocol: 'HTTP/1.1', sslEnabled: false },
				{ port: 8443, address: null, protocol: 'org.apache.coyote.http11.Http11NioProtocol', sslEnabled: true },
			],
			exposed: true,
			addressMissing: true,
			secretSet: false,
			secretRequiredOff: true,
		});
	});

	it('never tells a secret', () => {
		const output = JSON.stringify(tomcatServerXmlParser.parse(inputOf(fixture('server.xml'))));
		expect(output).not.toContain('hush');
		expect(output).not.toContain('a > b');
	});

	it('cites all lines of a tag', () => {
		expect(citedBy(tomcatServerXmlParser, fixture('server.xml'), 'exposed')).toHaveLength(4);
	});

	it('takes a file whose connectors are all commented for one without', () => {
		const text = '<Server port="8005" shutdown="X">\n<!-- <Connector protocol="AJP/1.3" port="8009"/> -->\n</Server>\n';
		expect(factsOf(tomcatServerXmlParser, text)).toMatchObject({
			ajpConnectors: [],
			ajpEnabled: false,
			exposed: false,
			secretSet: false,
		});
	});

	it('reads an excerpt that begins within a comment', () => {
		expect(connectors('<Connector port="1" protocol="AJP/1.3"/>\n-->\n<Connector port="2" protocol="AJP/1.3"/>\n')).toMatchObject(
			[{ port: 2 }],
		);
	});

	it.each([
		['without a root', '<Connector port="8009" protocol="AJP/1.3"/>'],
		['with several roots', '<a/>\n<Connector protocol="ajp/1.3" port="8009" />'],
		['with remarks inside a tag', '<Connector protocol="AJP/1.3" /* for "httpd" */\n port="8009" // here\n/>'],
		['cut in the middle', '<Connector port="8009" protocol="AJP/1.3"\n  redirectPort="84'],
		['followed by another tag', '<Connector port="8009" protocol="AJP/1.3"\n<Engine name="x">'],
		['published as the source of a page', '&lt;Connector port=&quot;8009&quot; protocol="AJP/1.3" /&gt;'],
		['with typographic quotes', '<Connector port=”8009″ protocol=“AJP/1.3”/>'],
		['with a class for a protocol', '<Connector port="8009" protocol="org.apache.coyote.ajp.AjpAprProtocol"/>'],
	])('reads a text %s', (_what, text) => {
		expect(connectors(text)).toMatchObject([{ port: 8009, secret: false }]);
	});

	it('keeps a value that holds angle brackets', () => {
		expect(connectors('<Connector port="8009" protocol="AJP/1.3" address="<the host>"/>')).toMatchObject([
			{ address: '<the host>' },
		]);
	});

	it('reads a long broken text in time', () => {
		const text = `<Connector ${'a="b" '.repeat(20_000)}c="${'<x '.repeat(20_000)}`;
		expect(tomcatServerXmlParser.parse(inputOf(text)).statements).not.toEqual([]);
	});
});

describe('tomcat-version', () => {
	it.each([
		['Server number:  9.0.31.0\n', '9.0.31', true],
		['Server version: Apache Tomcat/9.0.30\n', '9.0.30', false],
		['Server version name:   Apache Tomcat/8.5.51\n', '8.5.51', true],
		['                Apache Tomcat Version 7.0.99\n', '7.0.99', false],
		['Implementation-Version: 10.1.20\n', '10.1.20', true],
		['Implementation-Version: 7.0.100\n', '7.0.100', true],
		['Server version: Apache Tomcat/8.5.50\n', '8.5.50', false],
		['Server version: Apache Tomcat/8.0.53\n', '8.0.53', false],
		['Server version: Apache Tomcat/6.0.53\n', '6.0.53', false],
		['Server version: Apache Tomcat/9.0.0.M1\n', '9.0.0.M1', false],
		['Server version: Apache Tomcat/10.0.0-M1\n', '10.0.0-M1', true],
		['Server version: Apache Tomcat/11.0.0-M1\n', '11.0.0-M1', true],
	])('reads %j', (text, version, fixedGhostcat) => {
		expect(factsOf(tomcatVersionParser, text)).toEqual({ version, fixedGhostcat });
	});

	it('is known by the line that Tomcat logs when it starts', () => {
		const text =
			'21-Mar-2022 15:37:16.123 INFO [main] org.apache.catalina.startup.VersionLoggerListener.log Server version name:   Apache Tomcat/10.1.18\n';
		expect(tomcatVersionParser.resemblance(text)).toBeGreaterThan(0.5);
		expect(factsOf(tomcatVersionParser, text)).toMatchObject({ version: '10.1.18' });
	});
});
