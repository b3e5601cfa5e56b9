import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import { explain, explainText } from '../../src/headless/index.ts';
import { httpdConfigParser } from '../../src/parsers/httpd-config.ts';
import { tomcatServerXmlParser } from '../../src/parsers/tomcat-server-xml.ts';
import { workersPropertiesParser } from '../../src/parsers/workers-properties.ts';
import { inputOf } from '../parsers/evidence.ts';

const secret = 'planted-Secret-4711';
const pieces = [
	[workersPropertiesParser, `worker.list=a\nworker.a.type=ajp13\nworker.a.secret=${secret}\n`],
	[
		tomcatServerXmlParser,
		`<Server><Service><Connector port="8009" protocol="AJP/1.3" requiredSecret="${secret}"/></Service></Server>\n`,
	],
	[
		tomcatServerXmlParser,
		`<Server><Service><Connector protocol="AJP/1.3" ${' '.repeat(120)} secret="${secret}"/></Service></Server>\n`,
	],
	[httpdConfigParser, `ProxyPass /app ajp://127.0.0.1:8009/app secret=${secret}\n`],
] as const;

describe('what a piece of evidence is explained to say', () => {
	it.each(pieces)('%o holds no value of a secret', (parser, text) => {
		const given = { ...inputOf(text), text: { pieces: () => [text] } };
		const told = explainText(given, parser, english.headless, englishEvidence);
		expect(told).not.toContain(secret.slice(0, 8));
		expect(told).toContain('=');
		expect(JSON.stringify(explain(given, parser, englishEvidence))).not.toContain(secret);
	});
});
