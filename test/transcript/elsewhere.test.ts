import { describe, expect, it } from 'vitest';
import { type ExportFormat, exportSession, extensionOf, handOff, hideSecrets } from '../../src/transcript/index.ts';
import { type Elsewhere, namesElsewhere, secretsElsewhere } from './elsewhere.ts';
import { hideAll } from './hide.ts';
import { archiveOf, everything, partsOf } from './session.ts';

const mask = /\[[a-z][a-z-]*-\d+\](?:\.\[[a-z][a-z-]*-\d+\])?|ip6?-[\da-f.:]+/g;
const hidden = ([, before, value, after]: Elsewhere): string => String(hideAll([before + value + after])[0]);

describe('what is secret in places of its own', () => {
	it.each(secretsElsewhere)('%s: %s', (...each) => {
		const [, before, value, after] = each;
		expect(hidden(each).replace(mask, '[]')).toBe(`${before}[]${after}`);
		expect(hideSecrets(before + value + after)).not.toContain(value);
	});
});

describe('a secret in the line after its name', () => {
	it.each([
		['    ["password"]=>', '    string(12) "', 'Vx7kQ2mR9tLw', '"'],
		['  password: |', '    ', 'Vx7kQ2mR9tLw', ''],
	])('%s', (name, before, value, after) => {
		expect(hideAll([name, before + value + after])).toEqual([name, `${before}[secret-1]${after}`]);
	});
});

describe('names and addresses in places of their own', () => {
	it.each(namesElsewhere)('%s: %s', (...each) => {
		const [, before, , after] = each;
		expect(hidden(each).replace(mask, '[]')).toBe(`${before}[]${after}`);
	});
});

describe('what only resembles them', () => {
	it.each([
		'AH01757: generating secret for digest authentication ...',
		'AH01617: user root: authentication failure for "/x": Password Mismatch',
		'the password file was not found: /etc/httpd/passwd2',
		'invalid token 3 in line 12',
		'token bucket2 is full',
		'AH01914: Configuring server localhost:443 for SSL protocol',
		'127.0.0.1 - - [21/Nov/2025:10:05:11 +0000] "GET /session HTTP/1.1" 200 1',
		'SSLSessionTicketKeyFile /etc/ssl/ticket.key',
		'OIDCPassIDTokenAs claims',
		'secret is not set',
		'pass --debug-nghttp2 to configure',
		'<password-policy kind="strict">on</password-policy>',
		'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1',
		'RewriteCond %{HTTP:Authorization} ^(.*)$',
		'INSERT INTO users (login, name) VALUES (1, 2)',
		'AC_CONFIG_FILES SKIP accessed',
	])('%s', (line) => expect(hideAll([line])).toEqual([line]));
});

describe('a session that holds all of them', () => {
	const lines = [...secretsElsewhere, ...namesElsewhere];
	const formats = Object.keys(extensionOf) as readonly ExportFormat[];
	const parts = partsOf({
		pieces: lines.map(([, before, value, after], index) => ({
			...{ id: `piece-${index}`, format: 'unknown', text: `${before}${value}${after}\n` },
		})),
	});
	// The canary's own finds are another test's.
	const choices = { ...everything, keep: ['unknown-secret'] };
	const leaked = (text: string) => lines.filter(([, , value]) => text.includes(value)).map(([kind]) => kind);

	it.each(formats)('tells none in %s', (format) => {
		const exported = exportSession(parts, { ...choices, format });
		if (exported.kind === 'refused') throw new Error(JSON.stringify(exported.leaks));
		expect(leaked(exported.text)).toEqual([]);
	});

	it('tells none in a hand-off', () => {
		const { events, texts } = handOff(parts, choices);
		expect(leaked([JSON.stringify(events), ...texts.values()].join('\n'))).toEqual([]);
	});

	it('tells none in an archive', () => {
		const files = archiveOf(parts, { ...choices, format: 'text' }).files;
		expect(files).toHaveLength(lines.length + 1);
		expect(leaked(files.map(({ text }) => text).join('\n'))).toEqual([]);
		expect(files.flatMap(({ leaks }) => leaks)).toEqual([]);
	});
});
