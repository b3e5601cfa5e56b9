import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/transcript/index.ts';
import { type Elsewhere, namesElsewhere, secretsElsewhere } from './elsewhere.ts';
import { hideAll } from './hide.ts';

const mask = /\[[a-z][a-z-]*-\d+\](?:\.\[[a-z][a-z-]*-\d+\])?|ip6?-[\da-f.:]+/g;
const hidden = ([, before, value, after]: Elsewhere): string => String(hideAll([before + value + after])[0]);

describe('what is secret in places of its own', () => {
	it.each(secretsElsewhere)('%s: %s', (...each) => {
		const [, before, value, after] = each;
		expect(hidden(each).replace(mask, '[]')).toBe(`${before}[]${after}`);
		expect(hideSecrets(before + value + after)).not.toContain(value);
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
	])('%s', (line) => expect(hideAll([line])).toEqual([line]));
});
